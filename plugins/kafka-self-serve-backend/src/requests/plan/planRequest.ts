// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  assertAcceptable,
  checkBundle,
  type BundlePayload,
  isAcceptable,
  type KafkaRequestKind,
  planChanges,
  type Problem,
  problem,
  resourceRefs,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { JsonObject } from '@backstage/types';
import type { FieldChange } from '@fairway/requests-common';
import type { PlanContext, Planned } from '@fairway/requests-node';
import type { Cluster, EnvironmentState } from '../../domain/ports';
import type { Draft, DraftContext } from '../drafts/types';
import type { Work } from '../execute/types';
import { accessOf } from './access';
import { internalOf } from '../steps/types';
import { type Asked, askedOf, assertOwned, assertStanding } from './asked';
import { draftItems } from './draftItems';
import { environmentOf, itemsOf, livePartsOf, mergeLiveParts } from './items';
import { loadFor, sourcesOf } from './load';
import { planApplication } from './planApplication';
import type {
  KafkaRequestParts,
  KafkaRequestPlan,
  RequestItem,
  TopicBasis,
} from './types';
import { checkTogether, distinctValues, together } from './together';
import { validate } from './validate';

const NO_ACLS = {
  name: 'Access control',
  state: 'warning' as const,
  summary:
    'The cluster keeps no ACLs: everybody may do everything there until whoever runs it sets up an authorizer.',
};

/** A plan, and who has to be asked about it. */
export interface PlannedKafka {
  planned: Planned<JsonObject>;
  asked: Asked[];
}

export interface PlanInput {
  kind: KafkaRequestKind;
  payload: JsonObject;
  context: PlanContext<JsonObject>;
  parts: KafkaRequestParts;
}

/**
 * Plans a request from what is desired and what the cluster holds now. Every
 * rule that is broken is reported, all together, and nothing is planned then.
 *
 * @throws KafkaProblemError with `details.problems`; what `Authority` refuses
 * with; what the cluster throws when it cannot be read
 */
export async function planRequest(input: PlanInput): Promise<PlannedKafka> {
  const { kind, payload, context, parts } = input;
  const name = environmentOf(kind, payload);
  if (name === undefined) return planApplication(input);
  const items = itemsOf(kind, payload);
  const sources = await sourcesOf(items, parts);
  const state = await loadFor(name, items, { ...parts, sources });
  const cluster = await parts.clusters.of(name);
  const drafts = await draftItems(
    items,
    await draftContext(state, { input, cluster, items }),
    { bundled: kind === 'kafka.bundle', sources },
  );
  const asked = askedOf(drafts, {
    environment: state.environment,
    requesterRef: context.requesterRef,
  });
  await assertStanding(asked, parts);

  const problems = [
    ...(kind === 'kafka.bundle'
      ? checkBundle({ payload: payload as unknown as BundlePayload })
      : []),
    ...drafts.flatMap(draft => draft.problems),
    ...checkTogether(drafts, state),
  ];
  const outcome = planChanges({
    desired: together([
      ...drafts.map(({ desired }) => desired),
      state.keepsAcls ? accessOf(state, drafts) : {},
    ]),
    observed: state.observed,
    definitions: state.definitions,
  });
  problems.push(...outcome.problems);
  assertAcceptable(distinct(problems));
  if (outcome.outcome === 'refused') throw new Error('refused without a cause');
  await assertOwned(asked, parts);

  const works: Work[] = [
    ...outcome.plan.steps,
    ...drafts.flatMap(draft => draft.works ?? []),
  ];
  const changes = [
    ...outcome.plan.changes,
    ...drafts.flatMap(draft => draft.changes),
  ];
  if (changes.length === 0) {
    const values = { environment: state.environment.displayName };
    problems.push(problem('nothing-to-do', values));
  }
  // When it is done the cluster itself answers.
  const verdict =
    context.purpose === 'execute'
      ? { problems: [], checks: [] }
      : await validate(cluster, works);
  problems.push(...verdict.problems);
  if (!isAcceptable(problems)) assertAcceptable(distinct(problems));

  const graceDays = Math.max(...drafts.map(draft => draft.graceDays ?? 0));
  const plan: KafkaRequestPlan = {
    version: 1,
    environment: name,
    works,
    basis: basisOf(works, state),
    records: distinctValues(drafts.flatMap(draft => draft.records)),
    ...(graceDays > 0 && { graceDays }),
  };
  const planned = plannedOf({ drafts, changes, works, plan, state });
  return {
    asked,
    planned: {
      ...planned,
      resourceRefs: [
        ...new Set(resourceRefs({ kind, payload } as never)),
      ].sort(),
      risks: [
        ...outcome.plan.risks,
        ...drafts.flatMap(draft => draft.risks ?? []),
      ],
      checks: [
        ...verdict.checks,
        ...(state.keepsAcls ? [] : [NO_ACLS]),
        ...drafts.flatMap(draft => draft.checks ?? []),
        ...warnings(distinct(problems)),
      ],
    },
  };
}

async function draftContext(
  state: EnvironmentState,
  options: {
    input: PlanInput;
    cluster: Cluster;
    items: readonly RequestItem[];
  },
): Promise<DraftContext> {
  const { input, cluster, items } = options;
  const { context, parts } = input;
  const { topics = [] } = mergeLiveParts(items.map(livePartsOf));
  const { purpose, request, requesterRef, now } = context;
  // A submission runs into the open request itself, and is answered with it.
  const pending =
    purpose === 'preview'
      ? await parts.openRequests.pendingTopics(state.environment.name, topics)
      : [];
  const since = request?.createdAt ?? now;
  const deleting = request && internalOf(request).deleting;
  return { state, pending, requesterRef, now, since, deleting, cluster };
}

/** The same rule is asked for the request and for the plan; people read it once. */
function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, message }) => {
    const key = `${code} ${message}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function warnings(problems: readonly Problem[]) {
  return problems.map(({ code, message, next }) => ({
    name: code,
    state: 'warning' as const,
    summary: `${message} ${next}`,
  }));
}

/** What was there of every topic that is changed or goes. */
function basisOf(
  works: readonly Work[],
  { observed }: EnvironmentState,
): TopicBasis[] {
  const names = new Set(
    works.flatMap(work => {
      if ('topic' in work) return [work.topic];
      return work.action === 'topic.delete' ? [work.before.name] : [];
    }),
  );
  return observed.topics
    .filter(({ name }) => names.has(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, topicId, partitions, replicationFactor, configs }) => ({
      name,
      ...(topicId !== undefined && { topicId }),
      partitions,
      replicationFactor,
      configs: { ...configs },
    }));
}

function plannedOf(options: {
  drafts: readonly Draft[];
  changes: FieldChange[];
  works: readonly Work[];
  plan: KafkaRequestPlan;
  state: EnvironmentState;
}): Omit<Planned<JsonObject>, 'resourceRefs' | 'risks' | 'checks'> {
  const { drafts, changes, works, plan, state } = options;
  const { environment, displayName } = state.environment;
  const [first] = drafts;
  const title =
    drafts.length === 1
      ? first.title
      : `${first.title} and ${drafts.length - 1} more in ${displayName}`;
  const operations = new Set(drafts.map(({ operation }) => operation));
  const owners = drafts.flatMap(({ ownerRef, readerRefs = [] }) => [
    ...(ownerRef ? [ownerRef] : []),
    ...readerRefs,
  ]);
  return {
    plan: JSON.parse(JSON.stringify(plan)),
    view: {
      fields: JSON.parse(JSON.stringify(changes)),
      effects: [
        ...works.map(work => work.title),
        ...drafts.flatMap(({ effects }) => effects),
      ],
    },
    operation: operations.size === 1 ? first.operation : 'bundle',
    title,
    environmentRef: environment,
    ...(first.ownerRef && { ownerRef: first.ownerRef }),
    readerRefs: [...new Set(owners)],
  };
}
