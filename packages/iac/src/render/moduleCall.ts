// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonObject, JsonValue } from '@backstage/types';
import { iacError } from '../errors';
import {
  encodeHclValue,
  EncodeLimits,
  Entry,
  layOutEntries,
} from '../hcl/encode';
import { formatModuleSource, parseModuleSource } from '../modules/source';
import { isRelativePath } from '../terragrunt/paths';

/** A `module` block of Terraform. @public */
export interface ModuleCall {
  name: string;
  /**
   * A Git module without version (`git::https://host/acme/modules.git//modules/network`), a registry module
   * (`acme/network/aws`, with or without host), or a path that begins with `./` or `../`.
   */
  source: string;
  /** Becomes `?ref=` of a Git module and `version` of a registry module; required for both, none for a path. */
  version?: string;
  /** In this order; encoded, never templated. */
  inputs: JsonObject;
  /** Provider configurations by the module's name for them: `{ aws: 'aws.eu' }`. */
  providers?: Record<string, string>;
  limits?: Partial<EncodeLimits>;
}

const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const PROVIDER = /^[A-Za-z][A-Za-z0-9_-]*(\.[A-Za-z_][A-Za-z0-9_-]*)?$/;
const REGISTRY =
  /^([a-z0-9][a-z0-9.-]*\.[a-z]+(:\d+)?\/)?[A-Za-z0-9][\w-]*\/[A-Za-z0-9][\w-]*\/[a-z0-9]+(\/\/[\w.-]+(\/[\w.-]+)*)?$/;
const VERSION = /^v?\d+(\.\d+)*([-+][0-9A-Za-z.+-]+)?$/;

/** What a `module` block has of its own. */
const RESERVED = new Set([
  ...['source', 'version', 'providers', 'count', 'for_each', 'depends_on'],
  ...['lifecycle', 'locals', 'connection', 'provisioner'],
]);

/**
 * A Terraform `module` block. `terraform fmt` has nothing to say about it, the same options give the same text, and no
 * value in it can become an expression.
 *
 * @throws module-call-invalid, module-source-invalid, and what {@link encodeHclValue} throws (paths begin with `inputs`)
 * @public
 */
export function renderModuleCall(call: ModuleCall): string {
  const { name, inputs, providers = {}, limits } = call;
  if (!NAME.test(name)) {
    throw invalid(name, 'is not a name: use letters, digits, _ and -');
  }
  const reserved = Object.keys(inputs).find(
    input => RESERVED.has(input) || !NAME.test(input),
  );
  if (reserved !== undefined) {
    throw invalid(reserved, 'is not the name of an input');
  }
  // Encoded as one value first, so that the limits count all of it.
  encodeHclValue(inputs, { path: 'inputs', limits });
  const given = Object.entries(inputs).map(([input, value]) =>
    entry(
      input,
      encodeHclValue(value as JsonValue, {
        path: `inputs.${input}`,
        indent: 1,
        limits,
      }),
    ),
  );
  const groups = [
    layOutEntries(sourceOf(call), 1),
    providersOf(providers),
    layOutEntries(given, 1),
  ].filter(group => group !== '');
  return `module "${name}" {\n${groups.join('\n')}}\n`;
}

function sourceOf({ source, version }: ModuleCall): Entry[] {
  const quoted = (text: string) => encodeHclValue(text, { path: 'source' });
  if (/^\.{1,2}\//.test(source)) {
    if (!isRelativePath(source)) throw invalid(source, 'is not a plain path');
    if (version !== undefined) {
      throw invalid(version, 'is the version of a path, which has none');
    }
    return [entry('source', quoted(source))];
  }
  if (version === undefined || !VERSION.test(version)) {
    throw invalid(version ?? source, 'needs one exact version, such as v1.2.0');
  }
  if (REGISTRY.test(source)) {
    return [entry('source', quoted(source)), entry('version', quoted(version))];
  }
  const parts = parseModuleSource(source);
  if (parts.ref !== undefined) {
    throw invalid(source, 'has a version already: leave ?ref= out');
  }
  const full = formatModuleSource({ ...parts, ref: version });
  return [entry('source', quoted(full))];
}

function providersOf(providers: Record<string, string>): string {
  const entries = Object.entries(providers).map(([name, value]) => {
    for (const part of [name, value]) {
      if (!PROVIDER.test(part)) {
        throw invalid(part, 'is not a provider, for example aws or aws.eu');
      }
    }
    return entry(name, value);
  });
  return entries.length === 0
    ? ''
    : `  providers = {\n${layOutEntries(entries, 2)}  }\n`;
}

function entry(key: string, text: string): Entry {
  return { key, width: key.length, text };
}

function invalid(value: string, reason: string) {
  return iacError('module-call-invalid', { value, reason });
}
