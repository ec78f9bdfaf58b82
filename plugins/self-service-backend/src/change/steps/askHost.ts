// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What a change asks of its host beside the pull request: labels, reviews, a draft. None of it decides anything here, so
// what the host does not do is shown as a warning and holds up nobody.
import { isError } from '@backstage/errors';
import type { GitHost, HostedChange, RepositoryRef } from '@fairway/git-host';
import type { RequestCheck } from '@fairway/requests-common';
import { CODEOWNERS_PATHS, codeOwnersOf } from '../codeowners';
import type { ChangeParts, ChangeStepContext } from '../types';

interface AskedHost {
  host: GitHost;
  repository: RepositoryRef;
}

interface AskedParts {
  people: Pick<ChangeParts['people'], 'namesOnHost'>;
}

/** Whom it asked for a review, where it asked, and how all of it went. */
export async function askHost(
  context: ChangeStepContext,
  options: {
    parts: AskedParts;
    place: AskedHost;
    change: HostedChange;
  },
): Promise<{ reviewers?: string[]; checks: RequestCheck[] }> {
  const labels = await addLabels(context, options);
  const { reviewers, check } = await askReviewers(context, options);
  return {
    ...(reviewers && { reviewers }),
    checks: [labels, draft(context, options.place), check].filter(
      each => each !== undefined,
    ),
  };
}

async function addLabels(
  { request }: ChangeStepContext,
  options: { place: AskedHost; change: HostedChange },
): Promise<RequestCheck | undefined> {
  const { labels = [] } = request.payload;
  if (labels.length === 0) return undefined;
  const name = 'Labels on the host';
  const { change, place } = options;
  const { host, repository } = place;
  if (!host.capabilities.labels) {
    return warning(name, 'This host has no labels.');
  }
  try {
    await host.addLabels(repository, { number: change.number, labels });
  } catch (error) {
    return warning(name, refusalOf(error));
  }
  return { name, state: 'passed', summary: labels.join(', ') };
}

function draft(
  { request }: ChangeStepContext,
  { host }: AskedHost,
): RequestCheck | undefined {
  if (!request.payload.draft || host.capabilities.drafts) return undefined;
  return warning(
    'Draft on the host',
    'This host has no drafts: the pull request is open for review. It is merged only after the approval all the same.',
  );
}

async function askReviewers(
  { request, plan }: ChangeStepContext,
  options: {
    parts: AskedParts;
    place: AskedHost;
    change: HostedChange;
  },
): Promise<{ reviewers?: string[]; check?: RequestCheck }> {
  const { change, parts, place } = options;
  const { host, repository } = place;
  const wanted = request.payload.reviewers;
  const name = 'Reviewers on the host';
  if (!host.capabilities.reviews) {
    const isAsked = wanted === 'auto' || (wanted?.length ?? 0) > 0;
    return isAsked
      ? {
          check: warning(
            name,
            'This host has no reviewers; who approves here is asked by the portal.',
          ),
        }
      : {};
  }
  const named = Array.isArray(wanted)
    ? wanted.map(each => each.replace(/^@/, ''))
    : await codeOwners(place, {
        ref: plan.baseBranch,
        paths: plan.files.map(({ path }) => path),
      });
  const own = await parts.people.namesOnHost(request.requesterRef);
  const others = named.filter(each => !own.includes(each.toLowerCase()));
  if (others.length === 0) return {};
  const addresses = others.filter(each => each.includes('@'));
  const names = others.filter(each => !each.includes('@'));
  const { requested, failed } = await host
    .requestReviewers(repository, {
      number: change.number,
      users: names.filter(each => !each.includes('/')),
      teams: names
        .filter(each => each.includes('/'))
        .map(each => each.slice(each.indexOf('/') + 1)),
    })
    .catch(error => ({
      requested: [] as string[],
      failed: names.map(each => ({ name: each, reason: refusalOf(error) })),
    }));
  const missed = [
    ...failed,
    ...addresses.map(each => ({
      name: each,
      reason: 'It is an email address, and the host asks by name',
    })),
  ];
  return {
    reviewers: requested,
    check:
      missed.length === 0
        ? { name, state: 'passed', summary: requested.join(', ') }
        : warning(
            name,
            missed
              .map(each => `${each.name} was not asked: ${each.reason}`)
              .join('; '),
          ),
  };
}

/** By the file as it is at the base: a change does not choose who looks at it. */
async function codeOwners(
  { host, repository }: AskedHost,
  options: { ref: string; paths: string[] },
): Promise<string[]> {
  const ref = `refs/heads/${options.ref}`;
  for (const path of CODEOWNERS_PATHS) {
    const bytes = await host.readFile(repository, { ref, path });
    if (bytes) {
      const text = Buffer.from(bytes).toString('utf8');
      return codeOwnersOf(text, options.paths);
    }
  }
  return [];
}

/** What the host says no to; what it did not answer is tried again. */
function refusalOf(error: unknown): string {
  const isRefusal =
    isError(error) &&
    [
      'InputError',
      'NotAllowedError',
      'NotFoundError',
      'ConflictError',
    ].includes(error.name);
  if (!isRefusal) throw error;
  return error.message;
}

function warning(name: string, summary: string): RequestCheck {
  return { name, state: 'warning', summary };
}
