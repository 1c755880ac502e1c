import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { insertBlock } from "./figures.js";
import { schema } from "./schema.js";

const { nodes } = schema;

/** @param {string} digits Latin, Arabic or Persian */
const numberOf = (digits) =>
  [...digits].reduce((sum, digit) => sum * 10 + ((digit.codePointAt(0) ?? 0) & 15), 0);

/** What a line begins with that makes it a heading, a list or a quotation. Backspace takes it back. */
export const rules = () =>
  inputRules({
    rules: [
      textblockTypeInputRule(/^(#{2,3})\s$/, nodes.heading, (match) => ({ level: match[1].length })),
      wrappingInputRule(/^\s*[-*•]\s$/, nodes.bullet_list),
      wrappingInputRule(
        /^\s*([0-9٠-٩۰-۹]{1,4})[.)\-]\s$/,
        nodes.ordered_list,
        (match) => ({ start: numberOf(match[1]) === 1 ? null : String(numberOf(match[1])) }),
        (match, node) => node.childCount + Number(node.attrs.start ?? 1) === numberOf(match[1]),
      ),
      wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
      new InputRule(/^---$/, (state) => {
        let { tr } = state;
        const { $from } = state.selection;
        if ($from.parent.type !== nodes.paragraph || $from.parent.textContent !== "--") return null;
        tr.delete($from.start(), $from.end());
        insertBlock(nodes.rule.create())(state.apply(tr), (made) => made.steps.forEach((step) => void tr.step(step)));
        return tr;
      }),
    ],
  });
