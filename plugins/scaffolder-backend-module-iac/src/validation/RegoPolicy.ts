// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Rules of the company's own, in Rego, compiled to WebAssembly by whoever writes them (`opa build -t wasm`). They run in
// the WebAssembly sandbox of this process: they see the files that they are given, and no disk, network or clock.
import { readFile } from 'node:fs/promises';
import { loadPolicy } from '@open-policy-agent/opa-wasm';
import { z } from 'zod';
import { actionError } from '../errors';
import { readBundle } from './bundle';
import { regoInput } from './regoInput';
import type { CheckedFile, Finding } from './types';

/** `selfService.validation.rego`. */
export interface RegoSettings {
  /** `bundle.tar.gz` of `opa build -t wasm`, or the `.wasm` alone; relative paths start at the working directory. */
  bundle: string;
  /** Rule that gives the findings, such as `fairway/findings`; the bundle's first one if left out. */
  entrypoint?: string;
}

const words = z.string().min(1);
const findingSchema = z.union([
  words.transform(message => ({ message })),
  z.looseObject({
    msg: words.optional(),
    message: words.optional(),
    rule: words.optional(),
    severity: z.enum(['error', 'warning']).optional(),
    path: z.string().optional(),
    line: z.number().int().positive().optional(),
  }),
]);
const answerSchema = z.tuple([z.object({ result: z.array(z.unknown()) })]);

/**
 * Asks the compiled policy about files. Read anew each time, so that a new bundle counts from the next step on.
 *
 * @throws ServiceUnavailableError `rego-not-run` with the reason; nothing is passed by a policy that did not answer
 */
export async function checkRego(
  files: CheckedFile[],
  settings: RegoSettings,
): Promise<Finding[]> {
  const { bundle, entrypoint } = settings;
  const refuse = (problem: string, cause?: unknown) =>
    actionError('rego-not-run', { bundle, problem }, { cause });
  let answer: unknown;
  try {
    const { wasm, data } = readBundle(await readFile(bundle));
    const policy = await loadPolicy(wasm);
    if (data) policy.setData(data);
    if (entrypoint !== undefined && !(entrypoint in policy.entrypoints)) {
      const known = Object.keys(policy.entrypoints).join(', ');
      throw new Error(
        `it has no entrypoint "${entrypoint}"; use one of ${known}`,
      );
    }
    answer = policy.evaluate({ files: await regoInput(files) }, entrypoint);
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error), error);
  }
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) {
    throw refuse('the entrypoint gave no list of findings');
  }
  const known = new Set(files.map(({ path }) => path));
  return parsed.data[0].result.map(item => {
    const finding = findingSchema.safeParse(item);
    const message = finding.data && messageOf(finding.data);
    if (!finding.success || message === undefined) {
      throw refuse(
        `${JSON.stringify(item).slice(
          0,
          100,
        )} is no finding: give { "message": … }`,
      );
    }
    return toFinding({ ...finding.data, message }, known);
  });
}

function messageOf(finding: z.infer<typeof findingSchema>): string | undefined {
  return 'msg' in finding && finding.msg !== undefined
    ? finding.msg
    : finding.message;
}

function toFinding(
  finding: {
    message: string;
    rule?: string;
    severity?: 'error' | 'warning';
    path?: string;
    line?: number;
  },
  known: Set<string>,
): Finding {
  const { message, rule = 'rego', severity = 'error', path, line } = finding;
  return {
    engine: 'rego',
    rule,
    severity,
    path: path !== undefined && known.has(path) ? path : '',
    line: line ?? 1,
    message,
  };
}
