// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The packages that are published, and what has to be in their tarballs.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Every workspace that is not private: its folder and its package.json as it is in Git. */
export function publicPackages(root) {
  return ['packages', 'plugins'].flatMap(group =>
    fs
      .readdirSync(path.join(root, group))
      .map(name => path.join(root, group, name))
      .filter(folder => fs.existsSync(path.join(folder, 'package.json')))
      .map(folder => ({
        folder,
        manifest: JSON.parse(
          fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
        ),
      }))
      .filter(({ manifest }) => !manifest.private),
  );
}

/** As `npm pack` calls it. */
export const tarballOf = ({ name, version }) =>
  `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;

/** What nobody wants from the registry. */
const STRANGE = /\.test\.|__testUtils__|__fixtures__|tsconfig|\.eslintrc/;

const textsIn = value =>
  typeof value === 'string'
    ? [value]
    : Object.entries(value ?? {})
        // What Backstage writes beside entry points: not a file, but what it exports.
        .filter(([key]) => key !== 'backstage')
        .flatMap(([, text]) => textsIn(text));

/** Read while it runs or by whoever installs it, so it goes with the build. */
const BESIDE_THE_BUILD = ['migrations', 'config.d.ts', 'schema', 'bin'];

/**
 * What of a package as it is in Git would make its tarball wrong, told without a build: entry points and listed files that
 * are not there, files that are not listed, and packages of this repository that are not published (`published`).
 */
export function problemsInSource({ folder, manifest, published }) {
  const has = entry => fs.existsSync(path.join(folder, entry));
  const entries = [
    manifest.main,
    manifest.types,
    ...textsIn(manifest.exports),
    ...textsIn(manifest.bin),
  ].filter(Boolean);
  // npm packs what "bin" names by itself.
  const packed = [
    ...manifest.files,
    ...textsIn(manifest.bin).map(file => path.posix.dirname(file)),
  ];
  const listed = manifest.files.filter(entry => !entry.startsWith('dist'));
  return [
    ...[...entries, ...listed]
      .filter(entry => !has(entry))
      .map(entry => `"${entry}" is named and not there`),
    ...BESIDE_THE_BUILD.filter(
      entry => has(entry) && !packed.includes(entry),
    ).map(entry => `"${entry}" is not in "files"`),
    ...Object.keys(manifest.dependencies ?? {})
      .filter(name => name.startsWith('@fairway/') && !published.includes(name))
      .map(name => `${name} is not published`),
    ...(has('README.md') ? [] : ['has no README.md']),
  ].map(problem => `${manifest.name}: ${problem}`);
}

/**
 * What is wrong with a tarball: entry points, configuration schema and listed folders that are not in it, ranges that
 * only this repository understands, files that are of no use to who installs it.
 */
export function problemsOf(file) {
  const tar = (...args) => execFileSync('tar', args, { encoding: 'utf8' });
  const inside = tar('-tzf', file)
    .split('\n')
    .filter(Boolean)
    .map(entry => entry.replace(/^package\//, ''));
  const packed = JSON.parse(tar('-xOzf', file, 'package/package.json'));
  const wanted = [
    packed.main,
    packed.module,
    packed.types,
    ...textsIn(packed.bin),
    ...textsIn(packed.exports),
    typeof packed.configSchema === 'string' ? packed.configSchema : undefined,
  ]
    .filter(Boolean)
    .map(entry => path.posix.normalize(entry));
  const has = entry =>
    inside.some(one => one === entry || one.startsWith(`${entry}/`));
  const ranges = ['dependencies', 'peerDependencies', 'optionalDependencies'];
  return [
    ...wanted
      .filter(entry => !inside.includes(entry))
      .map(entry => `"${entry}" is named and not there`),
    ...packed.files
      .filter(entry => !has(entry))
      .map(entry => `"${entry}" of "files" is not there`),
    ...ranges.flatMap(kind =>
      Object.entries(packed[kind] ?? {})
        .filter(([, range]) => /^(workspace|link|file|portal):/.test(range))
        .map(([dependency, range]) => `${dependency} is "${range}"`),
    ),
    ...inside
      .filter(entry => STRANGE.test(entry))
      .map(entry => `has "${entry}"`),
    ...(inside.includes('README.md') ? [] : ['has no README.md']),
  ].map(problem => `${packed.name}: ${problem}`);
}
