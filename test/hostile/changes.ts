/** Changes of one place in a layered file: what a broken packer, a broken disk or an attacker writes. */
import * as fc from 'fast-check';
import type { ArchiveLayer, BytesLayer, Entry, GzipLayer, Layer, TextLayer } from './layers.ts';

/** A choice among the places of a file and the changes that are possible there, which shrinks to the first ones. */
export interface Change {
  readonly place: number;
  readonly kind: number;
  /** A position and a length, as parts of the whole. */
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/** Texts that break a grammar, a line, a path, an index or a page. */
const texts: readonly string[] = [
  ['', ' ', '\t', '\n', '\r\n', '\0', '\u0085', '\u2028', '\ufeff', '\u202e', '\ud83d\ude00', 'ü', '\x1b[31m'],
  ['<script>', '&amp;', ']]>', '"', "'", '`', '\\', '$(x)', '%2e%2e', '#', ';', ',', '|', '(', ')', '[', ']', '{', '}'],
  [
    '..',
    '../x',
    '/etc/passwd',
    'a/b',
    'C:\\x',
    '.',
    '-',
    '--x',
    '~',
    '^',
    '+',
    '*',
    '?',
    '=',
    '>=',
    '<<',
    '!',
    '@',
    ':',
  ],
  [
    '0',
    '-1',
    '1e999',
    'NaN',
    '00',
    '01',
    '99999999999999999999',
    '2147483648',
    'null',
    'true',
    '{}',
    '[]',
    '- x',
    '? x',
  ],
  [
    'a (>= 1',
    'a b',
    'a | | b',
    'a[',
    '&a [*a]',
    '!!js/function x',
    '\n\nPackage: other\n',
    '\nName: other',
    'x'.repeat(70_000),
  ],
].flat();

export const change: fc.Arbitrary<Change> = fc.record({
  place: fc.nat(1000),
  kind: fc.nat(1000),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
  text: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...texts) }, fc.string({ maxLength: 20, unit: 'grapheme' })),
});

/** Applies a change at its place, and returns the file. */
export function apply(layer: Layer, { place, ...how }: Change): Layer {
  return changeAt(layer, place % placesIn(layer), how);
}

type How = Omit<Change, 'place'>;

function placesIn(layer: Layer): number {
  return 1 + partsOf(layer).reduce((sum, part) => sum + placesIn(part), 0);
}

function partsOf(layer: Layer): readonly Layer[] {
  if (layer.kind === 'gzip') return layer.members;
  return 'entries' in layer ? layer.entries.map(({ content }) => content) : [];
}

function changeAt(layer: Layer, place: number, how: How): Layer {
  if (place === 0) return changed(layer, how);
  let left = place - 1;
  for (const [n, part] of partsOf(layer).entries()) {
    const places = placesIn(part);
    if (left < places) return withPart(layer, n, changeAt(part, left, how));
    left -= places;
  }
  return layer;
}

function withPart(layer: Layer, n: number, part: Layer): Layer {
  if (layer.kind === 'gzip') return { ...layer, members: layer.members.with(n, part) };
  if (!('entries' in layer)) return layer;
  const [entry] = layer.entries.slice(n);
  return entry === undefined ? layer : { ...layer, entries: layer.entries.with(n, { ...entry, content: part }) };
}

function changed(layer: Layer, how: How): Layer {
  switch (layer.kind) {
    case 'bytes':
      return choose(how, bytesChanges)(layer, how);
    case 'text':
      return choose(how, textChanges)(layer, how);
    case 'gzip':
      return choose(how, gzipChanges)(layer, how);
    default:
      return choose(how, archiveChanges)(layer, how);
  }
}

function choose<Of extends Layer>({ kind }: How, changes: readonly ((layer: Of, how: How) => Layer)[]) {
  const [chosen = (layer: Of): Layer => layer] = changes.slice(kind % changes.length);
  return chosen;
}

/** Also of a list: its beginning, a part of it, and the rest. */
function cut<List extends { readonly length: number; slice(from: number, to?: number): List }>(
  list: List,
  { at, length }: How,
): readonly [List, List, List] {
  const from = Math.floor(at * list.length);
  const to = from + Math.ceil(length * (list.length - from));
  return [list.slice(0, from), list.slice(from, to), list.slice(to)];
}

function bytesOf(...pieces: readonly Uint8Array[]): BytesLayer {
  return { kind: 'bytes', bytes: Buffer.concat(pieces) };
}

const extremes = [0, 0xff, 0x7f_ff_ff_ff, 0x80_00_00_00, 0xff_ff_ff_ff];

const bytesChanges: readonly ((layer: BytesLayer, how: How) => Layer)[] = [
  ({ bytes }, how) => bytesOf(cut(bytes, how)[0]),
  ({ bytes }, how) => bytesOf(cut(bytes, how)[0], cut(bytes, how)[2]),
  ({ bytes }, how) => bytesOf(bytes, cut(bytes, how)[1]),
  ({ bytes }, how) => bytesOf(cut(bytes, how)[0], Buffer.from(how.text), cut(bytes, how)[1], cut(bytes, how)[2]),
  ({ bytes }, { at, length }) => {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy.writeUInt8(Math.floor(length * 255), Math.floor(at * (copy.length - 1)));
    return bytesOf(copy);
  },
  ({ bytes }, { at, length }) => {
    const copy = Buffer.from(bytes);
    const value = extremes[Math.floor(length * (extremes.length - 1))] ?? 0;
    if (copy.length >= 4) copy.writeUInt32BE(value, Math.floor((at * (copy.length - 4)) / 4) * 4);
    return bytesOf(copy);
  },
];

function linesOf(...lines: readonly (readonly string[])[]): TextLayer {
  return { kind: 'text', lines: lines.flat() };
}

/** Changes of the line at the position. */
function line(edit: (line: string, how: How) => readonly string[]): (layer: TextLayer, how: How) => TextLayer {
  return ({ lines }, how) => {
    const n = Math.min(Math.floor(how.at * lines.length), lines.length - 1);
    return linesOf(lines.slice(0, n), edit(lines[n] ?? '', how), lines.slice(n + 1));
  };
}

const textChanges: readonly ((layer: TextLayer, how: How) => Layer)[] = [
  line(() => []),
  line((one) => [one, one]),
  // The value after a name, in most formats of metadata.
  line((one, { text }) => [one.replace(/(?<=^[^:=]*[:=] ?).*$/s, () => text)]),
  line((one, { text }) => [one.replace(/^[^:=]*/, () => text)]),
  line((one, { text }) => [`${one}${text}`]),
  line((one, { text, length }) => [`${one.slice(0, length * one.length)}${text}${one.slice(length * one.length)}`]),
  line((one, { text }) => [one, text]),
  line((one) => Array.from({ length: 2000 }, () => one)),
  ({ lines }, how) => linesOf(cut(lines, how)[0]),
  ({ lines }, how) => linesOf(cut(lines, how)[0], cut(lines, how)[2], cut(lines, how)[1]),
  ({ lines }) => bytesOf(Buffer.from(lines.join('\n'), 'utf8'), Uint8Array.of(0xff, 0xfe)),
];

const gzipChanges: readonly ((layer: GzipLayer, how: How) => Layer)[] = [
  ({ members }, how) => ({ kind: 'gzip', members: cut(members, how)[0] }),
  ({ members }) => ({ kind: 'gzip', members: [...members, ...members] }),
  ({ members }) => ({ kind: 'gzip', members: members.toReversed() }),
  ({ members }, { text }) => ({ kind: 'gzip', members: [...members, bytesOf(Buffer.from(text))] }),
  // The content instead of the file, or a file that is packed twice.
  ({ members }) => members[0] ?? bytesOf(),
  (layer) => ({ kind: 'gzip', members: [layer] }),
];

function entryChange(
  edit: (entry: Entry, how: How) => readonly Entry[],
): (layer: ArchiveLayer, how: How) => ArchiveLayer {
  return ({ kind, entries }, how) => {
    const n = Math.min(Math.floor(how.at * entries.length), entries.length - 1);
    const entry = entries[n];
    return entry === undefined
      ? { kind, entries }
      : { kind, entries: [...entries.slice(0, n), ...edit(entry, how), ...entries.slice(n + 1)] };
  };
}

const archiveChanges: readonly ((layer: ArchiveLayer, how: How) => Layer)[] = [
  entryChange(() => []),
  entryChange((entry) => [entry, entry]),
  entryChange((entry, { text }) => [{ ...entry, name: text }]),
  entryChange((entry, { text }) => [{ ...entry, name: `${entry.name}${text}` }]),
  entryChange((entry, { text }) => [{ ...entry, content: bytesOf(Buffer.from(text)) }]),
  entryChange((entry, { text }) => [entry, { name: text, flag: entry.flag, content: entry.content }]),
  // Of tar: links, devices, folders, headers of pax and GNU. Of RPM: other types and counts.
  entryChange((entry, { length, text }) => [
    { ...entry, flag: flags[Math.floor(length * (flags.length - 1))] ?? '', content: bytesOf(Buffer.from(text)) },
  ]),
  entryChange((entry, { length }) => [{ ...entry, flag: flags[Math.floor(length * (flags.length - 1))] ?? '' }]),
  entryChange((entry) => [{ ...entry, content: bytesOf(Buffer.alloc(4 * 1024 * 1024)) }]),
  ({ kind, entries }) => ({ kind, entries: entries.toReversed() }),
  ({ kind, entries }, how) => ({ kind, entries: cut(entries, how)[0] }),
  ({ kind, entries }, { text }) => {
    const many = Array.from({ length: 1000 }, (_, n) => ({
      name: `${text}${n}`.slice(0, 90),
      flag: '0',
      content: bytesOf(),
    }));
    return { kind, entries: [...entries, ...many] };
  },
];

const flags = [
  '0',
  '1',
  '2',
  '3',
  '5',
  '6',
  'x',
  'g',
  'L',
  'K',
  'S',
  '6 0',
  '6 99',
  '8 1',
  '9 100000',
  '4 1',
  '7 16',
  '99 1',
  '3 65535',
];
