package news.nashra.desk;

/// Where the desk signs in.
///
/// @param origin of the managed login, `https://….amazoncognito.com`
/// @param issuer of its tokens
/// @param clientId of the desk there
record SignIn(String origin, String issuer, String clientId) {}
