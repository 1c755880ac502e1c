package news.nashra.local.stack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import news.nashra.core.http.Problems;
import news.nashra.local.aws.LocalAws;
import news.nashra.local.aws.PrivateFiles;
import news.nashra.local.stack.api.ApiRoute;
import news.nashra.local.stack.api.FunctionUrl;
import news.nashra.local.stack.api.HttpApi;
import news.nashra.local.stack.api.TokenIssuer;
import news.nashra.local.stack.cloudfront.Backends;
import news.nashra.local.stack.cloudfront.Distribution;
import news.nashra.local.stack.cloudfront.Invalidations;
import news.nashra.local.stack.cloudfront.SiteFiles;
import news.nashra.local.stack.http.WebServer;
import news.nashra.local.stack.mail.MailPages;
import news.nashra.local.stack.mail.Mailboxes;
import news.nashra.local.stack.queues.Queues;
import news.nashra.local.stack.runtime.Deployment;
import news.nashra.local.stack.runtime.FunctionFactory;
import news.nashra.local.stack.runtime.LambdaFunction;
import news.nashra.local.stack.runtime.LocalFunction;
import news.nashra.local.stack.runtime.NewspaperClock;
import news.nashra.local.stack.runtime.TemporaryFolder;
import news.nashra.local.stack.secrets.Secrets;
import news.nashra.local.stack.secrets.SecretsManager;
import news.nashra.local.stack.signin.SignIn;
import news.nashra.local.stack.states.ExecutionResult;
import news.nashra.local.stack.states.FunctionTasks;
import news.nashra.local.stack.states.StateMachines;
import news.nashra.local.stack.states.Tasks;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.triggers.Triggers;
import news.nashra.site.Edition;
import news.nashra.site.Messages;

/// The newspaper, running: functions, tables, buckets, routes, schedules and streams of
/// `template.yaml` in one process.
public final class Stack implements AutoCloseable {
  /// Where functions are unpacked for newspapers that keep no data, by the project's folder.
  private static final Map<Path, Path> WORKSHOPS = new ConcurrentHashMap<>();

  private final WebServer server;
  private final LocalAws aws;
  private final TokenIssuer tokens;
  private final String site;
  private final Map<String, LocalFunction> functions;
  private final Invalidations invalidations;
  private final Triggers triggers;
  private final StateMachines machines;
  private final NewspaperClock time = new NewspaperClock();
  private final Path data;
  private final Mailboxes mailboxes;

  private Stack(Options options, Path data) throws IOException {
    this.data = data;
    var secrets = new Secrets(data.resolve("secrets"));
    var template =
        Template.read(options.home().resolve("template.yaml"), options.parameters(), secrets::of);
    this.machines = StateMachines.read(template);
    var secretsManager = SecretsManager.of(template, secrets);
    var queues = Queues.of(template, data.resolve("queues"), InstantSource.system());
    this.mailboxes = new Mailboxes(data.resolve("mail"), InstantSource.system());
    this.server = WebServer.bind(options.port());
    // The JavaScript engine needs 0.2 s to start, a first key a second, DynamoDB Local as long.
    var distribution = CompletableFuture.supplyAsync(() -> Distribution.read(template));
    var issuer =
        CompletableFuture.supplyAsync(
            () -> TokenIssuer.of(template, secrets, InstantSource.system()));
    try {
      this.aws = services(options);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
    Storage.create(template, aws);
    var common = new LinkedHashMap<>(aws.environment());
    common.put("SITE_ORIGIN", server.uri().toString());
    common.put("SIGN_IN_ORIGIN", server.uri().toString());
    common.put("SIGN_IN_CLIENT", TokenIssuer.CLIENT_ID);
    common.put("AWS_ENDPOINT_URL_CLOUDFRONT", server.uri() + Invalidations.ENDPOINT);
    common.put("AWS_ENDPOINT_URL_LAMBDA", server.uri() + Invocations.ENDPOINT);
    common.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", server.uri() + secretsManager.endpoint().path());
    common.put("AWS_ENDPOINT_URL_SQS", server.uri() + queues.endpoint().path());
    common.put("AWS_ENDPOINT_URL_SESV2", server.uri() + mailboxes.endpoint().path());
    this.invalidations = new Invalidations(data.resolve("invalidations.jsonl"));
    this.functions =
        new FunctionFactory(template, options.home(), workshop(options), common, time).all();
    if (options.demo()) { // which needs them all
      Thread.ofPlatform().daemon().start(() -> functions.values().forEach(LocalFunction::prepare));
    }
    this.tokens = made(issuer);
    this.site =
        Template.physicalName(template.resources("AWS::S3::Bucket").keySet().iterator().next());
    serve(template, made(distribution), secretsManager, queues);
    this.triggers = new Triggers(template, functions, aws, queues, data.resolve("streams"));
  }

  /// Starts the newspaper; it answers when this returns.
  public static Stack start(Options options) {
    try {
      var data = options.data().orElseGet(TemporaryFolder::create);
      var stack = new Stack(options, PrivateFiles.folder(data));
      // The homepage of an earlier start is there at once, and looked at in the background.
      boolean first = !stack.has("index.html");
      if (options.demo()) {
        DemoEdition.loadOnce(
            stack.uri(), stack::token, options.home().resolve("edition/demo"), data, stack.time);
      }
      // Only now: what the demo edition wrote is followed in a few batches, not article by article.
      stack.triggers.startStreams();
      stack.triggers.startSchedules(first);
      return stack;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean has(String page) {
    return !aws.s3().listObjectsV2(r -> r.bucket(site).prefix(page)).contents().isEmpty();
  }

  /// Where the newspaper is, `http://localhost:8080`.
  public URI uri() {
    return server.uri();
  }

  /// The folder of its data and secrets.
  Path data() {
    return data;
  }

  /// A token for `editor`, `moderator`, `editor,moderator` or `nobody`.
  public String token(String as) {
    return tokens.token(as).orElseThrow();
  }

  /// The bucket of the pages: the template's first.
  public String site() {
    return site;
  }

  /// The services below, for tests that look there.
  public LocalAws aws() {
    return aws;
  }

  /// What functions dropped from the edge since the start.
  public List<Invalidations.Invalidation> invalidations() {
    return invalidations.all();
  }

  /// The files of the mails that were sent, the oldest first.
  public List<Path> mails() {
    return mailboxes.files();
  }

  /// The names of the template's functions.
  public Set<String> functions() {
    return functions.keySet();
  }

  /// Hands an event to a function, as `sam local invoke` does.
  public byte[] invoke(String function, byte[] event) {
    try {
      return function(function).invoke(event);
    } catch (LambdaFunction.Failed e) {
      throw new IllegalStateException(e);
    }
  }

  /// What another process needs to run a function against the services of this newspaper.
  public Deployment deployment(String function) {
    return function(function).deployment();
  }

  private LocalFunction function(String name) {
    var found = functions.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no function " + name);
    }
    return found;
  }

  /// Executes a state machine of the template, with the input `{}`.
  public ExecutionResult execute(String machine) {
    return execute(machine, tasks());
  }

  /// @param tasks calls the functions, as [#tasks] does
  ExecutionResult execute(String machine, Tasks tasks) {
    return machines.execute(machine, JsonNodeFactory.instance.objectNode(), tasks);
  }

  /// Calls the functions of this stack.
  Tasks tasks() {
    return new FunctionTasks(functions);
  }

  /// Does what the schedules do each minute.
  public void fireSchedules() {
    triggers.fireSchedules();
  }

  /// Waits until the streams, the buckets and the queues have delivered all that was written
  /// before.
  public void settle() {
    triggers.settle();
  }

  @Override
  public void close() {
    server.close();
    triggers.close();
    functions.values().forEach(LocalFunction::close);
    aws.close();
  }

  /// Where functions are unpacked: with the data, or once for all newspapers of this process that
  /// keep none.
  private static Path workshop(Options options) {
    return options
        .data()
        .map(data -> data.resolve("functions"))
        .orElseGet(
            () -> WORKSHOPS.computeIfAbsent(options.home(), home -> TemporaryFolder.create()));
  }

  private static LocalAws services(Options options) {
    return options
        .services()
        .map(LocalAws::running)
        .orElseGet(() -> options.data().map(LocalAws::at).orElseGet(LocalAws::inMemory));
  }

  private static <T> T made(CompletableFuture<T> meanwhile) {
    try {
      return meanwhile.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    }
  }

  private void serve(
      Template template, Distribution distribution, SecretsManager secretsManager, Queues queues) {
    var problems = new Problems(Messages.load(Edition.load().language()));
    var api = new HttpApi(ApiRoute.read(template, functions), tokens, problems);
    var pages = SiteFiles.of(template, aws.s3(), site);
    var backends =
        new Backends(
            pages, api, name -> new FunctionUrl(Objects.requireNonNull(functions.get(name))));
    var readers = distribution.withResponseHeaders(this::withLocalBuckets).over(backends);
    var signIn = SignIn.of(template, tokens, server.uri(), InstantSource.system());
    var invocations = new Invocations(functions);
    var mailPages = new MailPages(mailboxes);
    server.route(
        "/",
        request -> {
          if (Invalidations.has(request.path())) {
            return invalidations.answer(request);
          }
          if (Invocations.has(request.path())) {
            return invocations.answer(request);
          }
          if (secretsManager.endpoint().has(request.path())) {
            return secretsManager.answer(request);
          }
          if (queues.endpoint().has(request.path())) {
            return queues.answer(request);
          }
          if (mailboxes.endpoint().has(request.path())) {
            return mailboxes.answer(request);
          }
          if (MailPages.has(request.path())) {
            return mailPages.answer(request);
          }
          return SignIn.has(request.path()) ? signIn.answer(request) : readers.answer(request);
        });
    server.start();
  }

  /// The buckets of a content policy at their local address.
  private String withLocalBuckets(String policy) {
    var buckets = Objects.requireNonNull(aws.environment().get("AWS_ENDPOINT_URL_S3"));
    return policy.replaceAll("https://\\w+\\.RegionalDomainName", buckets);
  }
}
