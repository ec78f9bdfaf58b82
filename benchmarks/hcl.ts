// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Reading HCL and changing one value of it. npm has one other reader, @cdktf/hcl2json (Terraform's own parser in
// WebAssembly), which cannot write; what people edit with is a regular expression. Every edit is looked at afterwards:
// nothing but the value is another, and the independent reader finds the new value in its place, and no other. Ours keeps
// the trees of the last texts; so every reading, and one of the two editors, gets a text that is new to it.
import { EDITORS } from './hcl/editors';
import { type BenchFile, readFiles } from './hcl/files';
import { PARSERS, parseValues } from './hcl/parsers';

const ROUNDS = 5;
const VALUE = 'changed-by-the-benchmark';
const TARGET_MS = 5;

const sorted = (values: number[]) => [...values].sort((one, two) => one - two);
const percentile = (values: number[], part: number) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * part))];

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = process.hrtime.bigint();
  const result = await work();
  return [result, Number(process.hrtime.bigint() - start) / 1e6];
}

/** Whether the text is the file with the one value changed. */
async function isRight(file: BenchFile, index: number, text: string) {
  const { at, start, end } = file.values[index];
  const head = file.text.slice(0, start);
  const tail = file.text.slice(end);
  if (text !== `${head}${JSON.stringify(VALUE)}${tail}`) return false;
  const before = await parseValues(file);
  const after = await parseValues({ ...file, text });
  return [...after].every(([path, value]) =>
    path === at.join('.') ? value === VALUE : value === before.get(path),
  );
}

async function measureEdits(files: BenchFile[]) {
  const results = [];
  for (const [name, edit] of Object.entries(EDITORS)) {
    const times: number[] = [];
    let wrong = 0;
    let edits = 0;
    for (let round = 0; round <= ROUNDS; round++) {
      for (const file of files) {
        for (const index of file.values.keys()) {
          const { at } = file.values[index];
          const [text, took] = await timed(() => edit(file, at, VALUE));
          if (round > 0) times.push(took);
          if (round !== 0) continue;
          edits += 1;
          if (!(await isRight(file, index, text))) wrong += 1;
        }
      }
    }
    results.push({
      ...{ name, edits, wrong },
      medianMs: percentile(times, 0.5),
      p99Ms: percentile(times, 0.99),
    });
  }
  return results;
}

async function measureParsing(files: BenchFile[]) {
  const results = [];
  for (const [name, parse] of Object.entries(PARSERS)) {
    const times: number[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      for (const file of files) {
        const [, took] = await timed(() => parse(file));
        if (round > 0) times.push(took);
      }
    }
    results.push({
      ...{ name, files: files.length },
      medianMs: percentile(times, 0.5),
      p99Ms: percentile(times, 0.99),
    });
  }
  return results;
}

/** The units as they are, and the generated ones by their size. */
function groupsOf(files: BenchFile[]): { name: string; files: BenchFile[] }[] {
  const examples = files.filter(({ isGenerated }) => !isGenerated);
  return [
    { name: `${examples.length} files of the example`, files: examples },
    ...files
      .filter(({ isGenerated }) => isGenerated)
      .map(file => ({
        name: `a generated file of ${file.text.split('\n').length} lines`,
        files: [file],
      })),
  ];
}

const verdict = (isReached: boolean) => (isReached ? 'reached' : 'missed');

export default async function run(options: { json: boolean }): Promise<void> {
  const groups = [];
  for (const { name, files } of groupsOf(await readFiles())) {
    const parsing = await measureParsing(files);
    const editing = await measureEdits(files);
    const [unread, justRead] = editing;
    const wrong = unread.wrong + justRead.wrong;
    if (wrong > 0) {
      throw new Error(`${wrong} edits of ours are wrong in ${name}`);
    }
    groups.push({
      name,
      isReached: unread.medianMs <= TARGET_MS,
      isReachedWhenJustRead: justRead.medianMs <= TARGET_MS,
      parsing,
      editing,
    });
  }
  const report = {
    ...{ benchmark: 'hcl', rounds: ROUNDS, answersChecked: true },
    ...{ targetMs: TARGET_MS, groups },
  };
  const row = ({ medianMs, p99Ms }: { medianMs: number; p99Ms: number }) =>
    `  ${medianMs.toFixed(2)} ms, p99 ${p99Ms.toFixed(2)} ms`;
  const text = groups.flatMap(({ name, parsing, editing, ...reached }) => [
    `In ${name}, median of ${ROUNDS} rounds`,
    ...parsing.map(result => `${row(result)}  read: ${result.name}`),
    ...editing.map(
      result =>
        `${row(result)}  change one value: ${result.name}; ${result.wrong} of ${
          result.edits
        } wrong`,
    ),
    `  at most ${TARGET_MS} ms for an edit: ${verdict(
      reached.isReached,
    )}; of a text that was just read: ${verdict(
      reached.isReachedWhenJustRead,
    )}`,
  ]);
  process.stdout.write(
    `${
      options.json ? JSON.stringify(report, undefined, 2) : text.join('\n')
    }\n`,
  );
}
