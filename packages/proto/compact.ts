// Makes the generated codec half as large: what protobufjs repeats in every message is said once. The agent carries this
// code, and its one file has a budget. The wire and the declarations are the same.

/** One repetition and what takes its place. A replacement that finds nothing fails `npm run generate`. */
type Rewrite = {
  readonly what: string;
  readonly pattern: RegExp;
  readonly by: string | ((whole: string, ...parts: string[]) => string);
};

const rewrites: readonly Rewrite[] = [
  {
    what: 'constructors that copy properties: nobody calls them with any',
    pattern: /function \(properties\) \{([\s\S]*?)\n *if \(properties\)\n(?:[^\n]*\n){3}/g,
    by: 'function () {$1\n',
  },
  {
    what: 'own or inherited: no prototype holds a default any more',
    pattern: /(message\.(\w+) != null) && \$Object\.hasOwnProperty\.call\(message, "\2"\)/g,
    by: '$1',
  },
  {
    what: 'a depth limit while writing: no message of ours holds itself',
    pattern:
      /(\.encode = function )\(message, writer, _depth\) \{\n *if \(!writer\)\n *writer = \$Writer\.create\(\);\n *if \(_depth === \$undefined\)\n *_depth = 0;\n *if \(_depth > \$util\.recursionLimit\)\n *throw \$Error\("max depth exceeded"\);/g,
    by: '$1(message, writer = $Writer.create()) {',
  },
  { what: 'passing that depth on', pattern: /(\.encode\([^\n]*?), _depth \+ 1\)/g, by: '$1)' },
  {
    what: 'the loop that reads a message',
    pattern:
      /(\w+)\.decode = function \(reader, length, _end, _depth, _target\) \{\n([\s\S]*?)return message;\n *\};/g,
    by: (_, name = '', body = '') => `${name}.decode = $decoder(${name}, ${fieldReader(body)});`,
  },
  {
    what: 'reading an inner message as if it could be a group',
    pattern: /\(reader, reader\.size\(\), \$undefined, _depth \+ 1/g,
    by: '(reader, reader.size(), _depth + 1',
  },
  { what: 'the long way to a neighbour', pattern: /\$root\.bondctl\.v1\./g, by: 'v1.' },
];

/** A field that one assignment reads: most of them. */
const plainCase =
  /case (\d+): \{\n *if \(wireType !== (\d)\)\n *break;\n *(message\.\w+ = [^\n;]*);\n *return true;\n *\}/g;
const shortCase = 'case $1: return wireType === $2 && ($3, true);';

/** The cases of one message's fields, as a function that says whether it took the field. */
function fieldReader(body: string): string {
  const cases = /switch \(tag >>>= 3\) \{\n([\s\S]*)\n *\}\n *reader\.skipType\(/.exec(body)?.[1];
  if (cases === undefined) return '() => false';
  const taken = cases.replaceAll('continue;', 'return true;').replaceAll(plainCase, shortCase);
  return `(reader, message, tag, wireType, _depth) => {\nswitch (tag) {\n${taken}\n}\n}`;
}

/** What every `decode` did, once: bounds, depth, unknown fields. A stray end of a group is refused by `skipType`. */
const decoder = `
const $decoder = (Message, takes) => (reader, length, _depth = 0, _target = new Message()) => {
    if (!(reader instanceof $Reader))
        reader = $Reader.create(reader);
    if (_depth > $Reader.recursionLimit)
        throw $Error("max depth exceeded");
    const end = length === $undefined ? reader.len : reader.pos + length;
    const outer = reader.len;
    if (end > outer)
        throw $RangeError("index out of range");
    reader.len = end;
    while (reader.pos < end) {
        const tag = reader.tag(), wireType = tag & 7;
        if (!takes(reader, _target, tag >>> 3, wireType, _depth))
            reader.skipType(wireType, _depth, tag >>> 3);
    }
    if (reader.pos !== end)
        throw $RangeError("index out of range");
    reader.len = outer;
    return _target;
};
`;

/** The generated module, smaller. Throws when protobufjs no longer writes what is replaced here. */
export function compact(text: string): string {
  const messages = text.split('.encode = function').length - 1;
  const less = rewrites.reduce((rest, { what, pattern, by }) => {
    const next = typeof by === 'string' ? rest.replaceAll(pattern, by) : rest.replaceAll(pattern, by);
    if (next === rest) throw new Error(`compact.ts finds no "${what}" in what protobufjs generated`);
    return next;
  }, text);
  const decoders = less.split('= $decoder(').length - 1;
  if (decoders !== messages) throw new Error(`compact.ts made ${decoders} decoders of ${messages} messages`);
  return less.replace('\nconst $root =', `${decoder}\nconst $root =`);
}
