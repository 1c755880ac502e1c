// The fields of the fold below the details, and those that few articles begin with: they are loaded once an article is shown.
import "./image-field.js";
import "./instant-field.js";
import "./related-field.js";
import "./rows-field.js";
import "./tags-field.js";
