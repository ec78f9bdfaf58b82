// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonObject } from '@backstage/types';
import { Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';

/** One tag of a module. @public */
export interface CatalogVersion {
  version: string;
  status: 'approved' | 'blocked';
  /** Why it is blocked. */
  reason?: string;
}

/** One module of `iac-catalog.yaml`. @public */
export interface CatalogModule {
  name: string;
  title: string;
  description: string;
  /** Folder in the modules repository. */
  path: string;
  /** Service of the ownership policy that a unit of this module belongs to. */
  service: string;
  /** In the order of the file. */
  versions: CatalogVersion[];
  /** Inputs that have one value wherever the module is used, with that value. */
  forcedInputs: JsonObject;
  /** Inputs that nobody sets: the module's own defaults hold. */
  hiddenInputs: string[];
  lifetime?: CatalogLifetime;
}

/** How long what a module makes may live. @public */
export interface CatalogLifetime {
  /** The longest that its owner gives it without an approval, from its beginning on, as an ISO 8601 duration: `P14D`. */
  maximum?: string;
  /** It never ends by itself. */
  protected?: boolean;
}

/** What is wrong and where; line and column from 1. @public */
export interface CatalogProblem {
  message: string;
  /** `modules.network.versions`; empty for the whole file. */
  path: string;
  line: number;
  column: number;
}

/** @public */
export interface ModuleCatalog {
  modules: CatalogModule[];
  problems: CatalogProblem[];
}

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const name = z.string().regex(NAME, 'use lower-case letters, digits and -');
const words = z.string().trim().min(1, 'say something here');

const version = z.union(
  [
    z.literal('approved'),
    z.strictObject({ status: z.literal('approved') }),
    z.strictObject({ status: z.literal('blocked'), reason: words }),
  ],
  'write approved, or { status: blocked, reason: … }',
);

const INPUT = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const inputName = z.string().regex(INPUT, 'give the name of an input');

const inputRules = z
  .strictObject({
    forced: z.record(inputName, z.json()).optional(),
    hidden: z.array(inputName).optional(),
  })
  .refine(
    ({ forced = {}, hidden = [] }) =>
      !hidden.some(each => Object.hasOwn(forced, each)),
    {
      message: 'an input is forced or hidden, not both',
      path: ['hidden'],
    },
  );

/** Weeks, or days, hours, minutes and seconds, as requests take them. */
const duration = z
  .string()
  .regex(
    /^P(?=.)(?:\d+W|(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/,
    'give a duration such as P14D or PT8H',
  )
  .regex(/[1-9]/, 'give a duration that is longer than nothing');

const lifetimeRules = z
  .strictObject({
    maximum: duration.optional(),
    protected: z.boolean().optional(),
  })
  .refine(rules => !(rules.maximum && rules.protected), {
    message: 'what is protected never ends, so it has no maximum',
    path: ['maximum'],
  });

const moduleSchema = z.strictObject({
  title: words,
  description: words,
  path: z
    .string()
    .regex(
      /^[A-Za-z0-9_][A-Za-z0-9_.-]*(\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/,
      'give the folder in this repository, for example modules/network',
    ),
  service: name,
  versions: z.record(
    z
      .string()
      .regex(/^v\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, 'use tags such as v1.0.0'),
    version,
  ),
  inputs: inputRules.optional(),
  lifetime: lifetimeRules.optional(),
});

const catalogSchema = z.strictObject({
  apiVersion: z.literal('fairway.dev/v1'),
  kind: z.literal('ModuleCatalog'),
  modules: z.record(name, z.unknown()),
});

/**
 * Reads `iac-catalog.yaml` of a modules repository: which modules there are, whose service they
 * are, and which versions may be used. A module with a problem is left out, so that nothing passes by mistake.
 *
 * @public
 */
export function parseModuleCatalog(text: string): ModuleCatalog {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const place = (at: number) => {
    const { line, col } = lines.linePos(at);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.length > 0) {
    const problems = document.errors.map(error => ({
      message: error.message.split('\n')[0].replace(/ at line \d+.*$/, ''),
      path: '',
      ...place(error.pos[0]),
    }));
    return { modules: [], problems };
  }

  const problems: CatalogProblem[] = [];
  const report = (issues: z.core.$ZodIssue[], under: PropertyKey[] = []) => {
    for (const { issue, path } of issues.flatMap(found =>
      spread(found, under),
    )) {
      problems.push({
        message: issue,
        path: path.join('.'),
        ...place(offsetOf(document, path)),
      });
    }
  };

  const raw: unknown = toData(document);
  const catalog = catalogSchema.safeParse(raw);
  if (!catalog.success) {
    report(catalog.error.issues);
    return { modules: [], problems };
  }
  const modules: CatalogModule[] = [];
  const folders = new Map<string, string>();
  for (const [key, value] of Object.entries(catalog.data.modules)) {
    const parsed = moduleSchema.safeParse(value);
    if (!parsed.success) {
      report(parsed.error.issues, ['modules', key]);
      continue;
    }
    const other = folders.get(parsed.data.path);
    if (other) {
      const path = ['modules', key, 'path'];
      problems.push({
        message: `the module "${other}" has the path "${parsed.data.path}" already`,
        path: path.join('.'),
        ...place(offsetOf(document, path)),
      });
      continue;
    }
    folders.set(parsed.data.path, key);
    const { inputs = {}, ...data } = parsed.data;
    modules.push({
      ...data,
      name: key,
      forcedInputs: (inputs.forced ?? {}) as JsonObject,
      hiddenInputs: inputs.hidden ?? [],
      versions: Object.entries(parsed.data.versions).map(([tag, status]) => ({
        version: tag,
        ...(status === 'approved' ? { status } : status),
      })),
    });
  }
  return { modules, problems };
}

function toData(document: Document): unknown {
  return document.toJS({ maxAliasCount: 20 });
}

function spread(
  issue: z.core.$ZodIssue,
  under: PropertyKey[],
): { issue: string; path: string[] }[] {
  const path = [...under, ...issue.path].map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      issue: `"${key}" is not known here`,
      path: [...path, key],
    }));
  }
  if (issue.code === 'invalid_key') {
    return [{ issue: issue.issues[0]?.message ?? issue.message, path }];
  }
  return [{ issue: issue.message, path }];
}

/** Offset of what a path names: its key for an entry of a map, otherwise the nearest thing above that exists. */
function offsetOf(document: Document, path: string[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent =
      length === 1
        ? document.contents
        : document.getIn(path.slice(0, length - 1), true);
    if (!isMap(parent)) continue;
    const pair = parent.items.find(
      item => isNode(item.key) && String(item.key) === path[length - 1],
    );
    if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}
