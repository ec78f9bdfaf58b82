// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { cliError } from '../errors';
import type { LocalTemplate } from './readTemplates';

/** Actions that would write to Git, or have something done elsewhere; what they would write or tell is compared. */
const PROPOSALS = [
  'git:change:propose',
  'git:repository:create',
  'request:dispatch',
];
/** Names of the outputs that are added to a template while it is tried, with a number behind. */
const OUTPUT = 'fairwayChange';

/** What a template did with the values of a case. */
export type DryRun =
  /** Unified diffs of what would be proposed, one after the other. */
  | { state: 'ran'; diffs: string[] }
  /** By the form, a step or the policy, in their words. */
  | { state: 'refused'; message: string }
  /** The template or the portal is at fault. */
  | { state: 'broken'; message: string };

/**
 * Runs a template dry: the real actions with their real decisions, in the portal, as the person of the token. Nothing
 * is written. The template is the one on this machine, so what the portal's catalog has does not matter.
 *
 * @throws InputError `cli-portal-refused` where the person may not run dry, `cli-portal-unreachable`
 */
export async function dryRun(
  { entity, files }: LocalTemplate,
  options: { url: string; token: string; values: Record<string, unknown> },
): Promise<DryRun> {
  const { url, token, values } = options;
  const response = await post(url, {
    token,
    body: {
      template: withOutputs(entity),
      values,
      secrets: {},
      directoryContents: files,
    },
  });
  const text = await response.text();
  if (response.ok) {
    const { output = {} } = JSON.parse(text) as DryRunBody;
    return { state: 'ran', diffs: diffsOf(output) };
  }
  const status = `${response.status} ${response.statusText}`;
  const { errors, error } = refusalOf(text);
  const message = errors
    ? errors.map(each => `${each.property} ${each.message}`).join('\n')
    : error?.message ?? status;
  if (response.status >= 500) return { state: 'broken', message };
  if ([401, 404].includes(response.status)) {
    throw cliError('cli-portal-refused', { reason: message || status });
  }
  if (response.status === 403 && message === '') {
    throw cliError('cli-portal-refused', {
      reason:
        'the person may not run templates dry. Have them named in ownership.permissions.templateAuthors of the portal that tests run on, or allow them scaffolder.template.dry-run.',
    });
  }
  return { state: 'refused', message };
}

/** The same template with what its proposals put out, and nothing else: links need what a dry run does not make. */
function withOutputs(entity: LocalTemplate['entity']): LocalTemplate['entity'] {
  const ids = entity.spec.steps
    .map((step, index) => ({ ...step, id: step.id ?? `step-${index + 1}` }))
    .filter(({ action }) => PROPOSALS.includes(action))
    .map(({ id }) => id);
  const output = Object.fromEntries(
    ids.map((id, index) => [
      `${OUTPUT}${index}`,
      `\${{ steps['${id}'].output }}`,
    ]),
  );
  return { ...entity, spec: { ...entity.spec, output } };
}

/** A step that was left out has no output, one with `each` has several. */
function diffsOf(output: Record<string, unknown>): string[] {
  return Object.entries(output)
    .filter(([name]) => name.startsWith(OUTPUT))
    .flatMap(([, value]) => value)
    .flatMap(value => {
      const { diff } = (value ?? {}) as { diff?: string | string[] };
      return diff ?? [];
    });
}

function refusalOf(text: string): RefusalBody {
  try {
    return JSON.parse(text) as RefusalBody;
  } catch {
    return {};
  }
}

interface DryRunBody {
  output?: Record<string, unknown>;
}

interface RefusalBody {
  /** The form's own checks. */
  errors?: { property: string; message: string }[];
  error?: { message: string };
}

async function post(
  url: string,
  { token, body }: { token: string; body: unknown },
): Promise<Response> {
  try {
    return await fetch(`${url.replace(/\/+$/, '')}/api/scaffolder/v2/dry-run`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify(body),
    });
  } catch (error) {
    const { cause, message } = error as Error;
    throw cliError('cli-portal-unreachable', {
      url,
      reason: cause instanceof Error ? cause.message : message,
    });
  }
}
