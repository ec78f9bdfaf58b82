// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  aclKey,
  desiredFileSchema,
  type FilesPlan,
  type FilesPlanInput,
  isAcceptable,
  planChanges,
  type Problem,
  problem,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { JsonObject } from '@backstage/types';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { EnvironmentState, KafkaParts, Viewer } from '../domain/ports';
import { bundleItems } from './bundleItems';
import { visible } from './visible';

type Parsed = z.output<typeof desiredFileSchema>;

/**
 * What a document of a team asks for, as one request. What is not named stays:
 * nothing is ever deleted by leaving it out.
 */
export async function planFile(
  { state, stores }: Pick<KafkaParts, 'state' | 'stores'>,
  input: FilesPlanInput,
  viewer: Viewer,
): Promise<FilesPlan> {
  const { environment, instance, content } = input;
  visible(viewer, await stores.applications.instance(instance), {
    type: 'topic',
    name: instance,
  });
  const document = readDocument(content);
  if ('problems' in document) return refused(document.problems);
  const { topics = [], subjects = [], acls = [] } = document.data;
  const names = topics.map(({ name }) => name);
  const loaded = await state.load(
    environment,
    {
      topics: names,
      principals: acls.map(({ principal }) => principal),
      access: acls.length > 0,
    },
    {
      live: {
        topics: names,
        subjects: subjects.map(({ name }) => name),
        acls: acls.length > 0,
      },
    },
  );
  const { observed, definitions } = loaded;
  const outcome = planChanges({
    desired: { topics, subjects },
    observed,
    definitions,
  });
  const problems = [...outcome.problems, ...aclProblems(acls, loaded)];
  if (outcome.outcome === 'refused' || !isAcceptable(problems)) {
    return refused(problems);
  }
  const items = bundleItems({
    environment,
    instance,
    topics,
    subjects,
    loaded,
  });
  return {
    outcome: 'planned',
    ...(items.length > 0 && {
      request: {
        kind: 'kafka.bundle',
        payload: { environment, items } as unknown as JsonObject,
      },
    }),
    changes: outcome.plan.changes,
    problems,
  };
}

function refused(problems: Problem[]): FilesPlan {
  const codes = problems
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
  return {
    outcome: 'refused',
    codes: [...new Set(codes)].sort(),
    problems,
  };
}

function readDocument(
  content: string,
): { data: Parsed } | { problems: Problem[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(content, {
    lineCounter,
    prettyErrors: false,
    merge: true,
  });
  const [error] = document.errors;
  const unreadable = (path: string, value: string, reason: string) =>
    problem('payload-invalid', { path, value, reason });
  if (error) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    const place = `line ${line}, column ${col}`;
    return { problems: [unreadable('content', place, error.message)] };
  }
  let data: unknown;
  try {
    data = document.toJS();
  } catch (notThere) {
    // An alias of nothing, or aliases that stand for more than fits into memory.
    if (!(notThere instanceof ReferenceError)) throw notThere;
    const { message } = notThere;
    return { problems: [unreadable('content', 'an alias', message)] };
  }
  const parsed = desiredFileSchema.safeParse(data);
  if (parsed.success) return { data: parsed.data };
  return {
    problems: parsed.error.issues.map(({ path, message }) =>
      unreadable(path.join(' / ') || 'content', 'this', message),
    ),
  };
}

/** Access is given by people, not by a line in a file: only what is there already may stand in it. */
function aclProblems(
  acls: NonNullable<Parsed['acls']>,
  { observed }: EnvironmentState,
): Problem[] {
  const there = new Set(observed.acls.map(aclKey));
  return acls.flatMap((acl, index) =>
    there.has(aclKey(acl))
      ? []
      : [
          problem(
            'file-acl-unknown',
            { acl: aclKey(acl) },
            { path: ['acls', index] },
          ),
        ],
  );
}
