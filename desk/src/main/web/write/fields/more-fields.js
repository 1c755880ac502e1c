// The fields of the fold below the details: they are loaded once an article is shown.
import "./instant-field.js";
import "./related-field.js";
import "./rows-field.js";
