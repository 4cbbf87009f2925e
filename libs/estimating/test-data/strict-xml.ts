/** An element of a document without comments, sections or processing instructions. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const NAME = '[A-Za-z_][\\w:.-]*';
const OPENING = new RegExp(`<(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>`, 'y');
const CLOSING = new RegExp(`</(${NAME})\\s*>`, 'y');
const ATTRIBUTE = new RegExp(`(${NAME})="([^"<]*)"`, 'g');
const TEXT = /[^<]+/y;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * Reads a small XML document strictly, to see that it is well-formed.
 * @throws Error at the first thing that is not
 */
export function parseXml(source: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let at = 0;
  while (at < source.length) {
    at = step(source, at, open);
  }
  if (open.length !== 1 || root.children.length !== 1 || root.text !== '') {
    throw new Error('not one closed element');
  }
  return root.children[0]!;
}

/** Reads one tag or one text; answers where it ends. */
function step(source: string, at: number, open: XmlElement[]): number {
  const current = open.at(-1)!;
  const opening = matchAt(OPENING, source, at);
  if (opening) {
    const element = { name: opening[1]!, attributes: attributesOf(opening[2]!), children: [], text: '' };
    current.children.push(element);
    if (opening[3] === '') {
      open.push(element);
    }
    return at + opening[0].length;
  }
  const closing = matchAt(CLOSING, source, at);
  if (closing && open.length > 1 && closing[1] === current.name) {
    open.pop();
    return at + closing[0].length;
  }
  const text = matchAt(TEXT, source, at);
  if (!text) {
    throw new Error(`not well-formed at ${at}: ${source.slice(at, at + 40)}`);
  }
  current.text += unescaped(text[0]);
  return at + text[0].length;
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function attributesOf(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, value] of source.matchAll(ATTRIBUTE)) {
    if (Object.hasOwn(attributes, name!)) {
      throw new Error(`${name} twice`);
    }
    attributes[name!] = unescaped(value!);
  }
  return attributes;
}

function unescaped(text: string): string {
  if (/[\p{Cc}\p{Cs}]/u.test(text)) {
    throw new Error('a sign XML cannot hold');
  }
  return text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    const sign = whole.endsWith(';') ? ENTITIES[name] : undefined;
    if (sign === undefined) {
      throw new Error(`no entity: ${whole}`);
    }
    return sign;
  });
}
