import { Plugin } from "prosemirror-state";
import { schema } from "./schema.js";

const { gallery, paragraph } = schema.nodes;

/** A gallery whose last picture is taken away becomes a paragraph with its caption. */
export const emptyGalleries = () =>
  new Plugin({
    appendTransaction(transactions, _before, { doc, tr }) {
      if (!transactions.some(({ docChanged }) => docChanged)) return null;
      doc.descendants((node, pos) => {
        if (node.type !== gallery) return !node.isTextblock;
        if (node.childCount === 1) {
          tr.replaceWith(tr.mapping.map(pos), tr.mapping.map(pos + node.nodeSize), paragraph.create(null, node.child(0).content));
        }
        return false;
      });
      return tr.docChanged ? tr : null;
    },
  });
