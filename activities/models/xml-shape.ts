/** How large a file is for those who read it: its tags, how deep they nest, and ids that come again. */
export type XmlShape = { elements: number; depth: number; repeated: string[] };

const closedBy: [open: string, close: string][] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/** Where the tag that opens at `from` ends, quotes minded; -1 where it does not. */
const endOfTag = (xml: string, from: number): number => {
  const quoteOrEnd = /["'>]/g;
  for (let at = from; ;) {
    quoteOrEnd.lastIndex = at;
    const found = quoteOrEnd.exec(xml);
    if (!found) return -1;
    if (found[0] === '>') return found.index;
    const closing = xml.indexOf(found[0], found.index + 1);
    if (closing < 0) return -1;
    at = closing + 1;
  }
};

/** Tags in their order; stops at what is not well-formed, which the reader refuses. Every letter is looked at once. */
function* tagsOf(xml: string): Generator<string> {
  for (let at = xml.indexOf('<'); at >= 0;) {
    const other = closedBy.find(([open]) => xml.startsWith(open, at));
    const end = other ? xml.indexOf(other[1], at + other[0].length) : endOfTag(xml, at + 1);
    if (end < 0) return;
    if (!other) yield xml.slice(at, end + 1);
    at = xml.indexOf('<', end + 1);
  }
}

const idIn = (tag: string): string | undefined => {
  const found = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag);
  return found?.[1] ?? found?.[2];
};

export const shapeOf = (xml: string): XmlShape => {
  const shape: XmlShape = { elements: 0, depth: 0, repeated: [] };
  const ids = new Set<string>();
  let depth = 0;
  for (const tag of tagsOf(xml)) {
    if (tag.startsWith('</')) {
      depth -= 1;
      continue;
    }
    shape.elements += 1;
    shape.depth = Math.max(shape.depth, depth + 1);
    if (!tag.endsWith('/>')) depth += 1;
    const id = idIn(tag);
    if (id !== undefined && ids.has(id)) shape.repeated.push(id);
    if (id !== undefined) ids.add(id);
  }
  return shape;
};
