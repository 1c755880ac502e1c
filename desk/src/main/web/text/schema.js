import { Schema } from "prosemirror-model";
import { blocks } from "./schema-blocks.js";
import { figures } from "./schema-figures.js";
import { marks } from "./schema-marks.js";
import { tables } from "./schema-tables.js";

/** What a body may hold: exactly the elements of `docs/body.md`. A node or mark keeps every attribute of its element. */
export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    ...blocks,
    ...tables,
    ...figures,
    text: { group: "inline" },
    line_break: { group: "inline", inline: true, selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
  },
  marks,
});
