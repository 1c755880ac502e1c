import { insertBlock } from "./figures.js";
import { schema } from "./schema.js";

const { figcaption, gallery, picture } = schema.nodes;

/**
 * Puts uploaded pictures into the text: one as a picture, several as a gallery.
 *
 * @param {import("./rich-text.js").Picture[]} pictures
 */
export const insertPictures = (pictures) => {
  const figures = pictures.map(({ mediaId, alt, caption }) =>
    picture.create({ media: mediaId, alt }, figcaption.create(null, caption ? schema.text(caption) : null)));
  return insertBlock(figures.length === 1 ? figures[0] : gallery.create(null, [...figures, figcaption.create()]));
};
