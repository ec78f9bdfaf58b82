// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Writes src/configs/kafka-4.4-topic-configs.json from the definitions that the broker itself checks
// with: run `yarn topic-configs` in this package. Needs Maven, and Java 17 or newer.
const { execFileSync } = require('node:child_process');
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');

const OUTPUT = path.join(
  __dirname,
  '../src/configs/kafka-4.4-topic-configs.json',
);

/** Values that stand for "no limit" (said in the documentation of each config). */
const UNLIMITED = { 'retention.ms': '-1', 'retention.bytes': '-1' };

const UNITS = [
  [/\.ms$/, 'milliseconds'],
  [/\.bytes$/, 'bytes'],
  [/\.messages$/, 'messages'],
  [/\.ratio$/, 'ratio'],
  [/insync\.replicas$/, 'replicas'],
];

function firstSentence(documentation) {
  const text = documentation
    .replace(/<(?:p|br)>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');
  const [sentence] = text.split(/(?<=[^.][.]) (?=[A-Z])/);
  return sentence.trim().replace(/([^.])$/, '$1.');
}

function limits(kind, text) {
  if (!kind) return {};
  if (kind === 'ValidString' || kind === 'ValidList') {
    return { values: text.slice(1, -1).split(', ') };
  }
  if (kind === 'ThrottledReplicaListValidator') {
    return { format: 'throttled-replicas' };
  }
  const range = text.match(/^\[(-?\d+),\.\.\.(?:,(-?\d+))?\](?: or (-?\d+))?$/);
  if (!range) throw new Error(`Do not know what ${kind} "${text}" checks`);
  const [, min, max, other] = range;
  return {
    min: Number(min),
    ...(max && { max: Number(max) }),
    ...(other && { alsoAllowed: [other] }),
  };
}

function definition(line) {
  const [name, type, defaultValue, kind, text, brokerConfig, documentation] =
    line
      .split(' ')
      .map(field => Buffer.from(field.slice(1), 'base64').toString());
  const unit = UNITS.find(([pattern]) => pattern.test(name))?.[1];
  return {
    name,
    type,
    default: defaultValue,
    ...(unit && { unit }),
    ...limits(kind, text),
    ...(UNLIMITED[name] && { unlimited: UNLIMITED[name] }),
    ...(brokerConfig && { brokerConfig }),
    description: firstSentence(documentation),
  };
}

const libraries = mkdtempSync(path.join(tmpdir(), 'topic-configs-'));
try {
  execFileSync(
    'mvn',
    [
      '-q',
      '-f',
      path.join(__dirname, 'pom.xml'),
      'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies',
      '-DincludeScope=runtime',
      `-DoutputDirectory=${libraries}`,
    ],
    { stdio: 'inherit' },
  );
  const lines = execFileSync(
    'java',
    [
      '-cp',
      path.join(libraries, '*'),
      path.join(__dirname, 'TopicConfigs.java'),
    ],
    { encoding: 'utf8' },
  );
  const definitions = lines.trim().split('\n').map(definition);
  writeFileSync(OUTPUT, `${JSON.stringify(definitions, undefined, 2)}\n`);
} finally {
  rmSync(libraries, { recursive: true });
}
