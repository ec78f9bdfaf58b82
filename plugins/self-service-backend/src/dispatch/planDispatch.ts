// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import {
  type DispatchOperation,
  type DispatchPayload,
  type DispatchPlan,
  lifetimeInWords,
} from '@fairway/backstage-plugin-self-service-common';
import type { PlanContext, Planned } from '@fairway/requests-node';
import { checkLimits } from '../change/checkLimits';
import { oneLine } from '../domain/text';
import { selfServiceError } from '../errors';
import type { DispatchAnswer } from './DispatchGate';
import { dispatchKeyOf } from './DispatchedStore';
import { placeOf } from './places';
import { checkValues } from './receivers/checkValues';
import { saysOperation, textOf } from './receivers/template';
import { templatesOf } from './receivers/templatesOf';
import type { Receiver } from './receivers/types';
import type { DispatchParts } from './types';

const CREATES: DispatchOperation[] = ['create', 'update'];

const refused = (operation: string, problem: string) =>
  selfServiceError('dispatch-operation-refused', { operation, problem });

/** Plans a dispatch, with the requester as they are now; everything that the receiver is given is in the plan. */
export async function planDispatch(
  payload: DispatchPayload,
  context: PlanContext<DispatchPayload>,
  parts: DispatchParts,
): Promise<{ planned: Planned<DispatchPlan>; answer: DispatchAnswer }> {
  const { actor, request, requesterRef } = context;
  const receiver = parts.receivers.get(payload.receiver);
  const answer = await parts.gate.decide({
    userRef: requesterRef,
    credentials:
      actor.type === 'user' && actor.ref === requesterRef
        ? actor.credentials
        : undefined,
    receiver,
    payload,
  });
  const { values = {}, resource } = payload;
  checkValues(receiver, values);
  const operation = operationOf(payload);
  const { environment, service } = answer;
  const ownerRef =
    payload.ownerRef ??
    (await parts.people.requester(requesterRef)).groupRefs[0];
  const known =
    resource &&
    (await parts.dispatched.find({ environment, service, resource }));
  if ((operation === 'update' || operation === 'delete') && !known) {
    throw refused(operation, `there is no "${resource}" that was dispatched`);
  }
  const { lifetime } = payload;
  checkRemovable(receiver, { operation, lifetime });
  if (resource && lifetime) {
    const path = dispatchKeyOf({ environment, service, resource });
    await parts.rules.check({ path, receiver: receiver.name }, lifetime);
  }
  if (resource && CREATES.includes(operation) && !known) {
    await checkRoom(payload, { answer, ownerRef, parts, context });
  }
  const { message, targetRef } = answer.decision;
  const plan: DispatchPlan = {
    receiver: receiver.name,
    title: receiver.title,
    transport: receiver.transport,
    to: placeOf(receiver),
    receiverDigest: receiver.digest,
    environment,
    service,
    targetRef,
    operation,
    ...(resource && { resource }),
    ...(known && { entity: known.entity }),
    values,
    ...(payload.request &&
      Object.keys(payload.request).length > 0 && { request: payload.request }),
    ...(lifetime && { lifetime }),
  };
  const planned: Planned<DispatchPlan> = {
    plan,
    view: { fields: fieldsOf(values), effects: effectsOf(plan, receiver) },
    operation,
    title: oneLine(request?.title ?? titleOf(plan)),
    resourceRefs: [
      resource ? `${targetRef}:${resource}` : `${targetRef}:${receiver.name}`,
    ],
    environmentRef: environment,
    ownerRef: (known && known.ownerRef) || ownerRef,
    readerRefs: answer.deciderRefs,
    risks: risksOf(plan),
    checks: [
      {
        name: `Ownership policy: dispatch.run on ${targetRef}`,
        state: 'passed',
        summary: message,
      },
    ],
  };
  return { planned, answer };
}

function operationOf(payload: DispatchPayload): DispatchOperation {
  const { resource, operation = resource ? 'create' : 'run' } = payload;
  if (operation !== 'run' && !resource) {
    throw refused(operation, 'it names no "resource"');
  }
  if (operation === 'run' && resource) {
    throw refused(
      operation,
      `it leaves nothing, so "${resource}" is of no use`,
    );
  }
  if (payload.lifetime && !CREATES.includes(operation)) {
    throw refused(operation, 'only what is made or changed has a lifetime');
  }
  return operation;
}

/** Who cannot tell a removal from an order would make it once more at its end. */
function checkRemovable(
  receiver: Receiver,
  options: { operation: DispatchOperation; lifetime?: string },
): void {
  const { lifetime, operation } = options;
  if (operation !== 'delete' && !lifetime) return;
  if (saysOperation(templatesOf(receiver))) return;
  throw refused(
    operation,
    `the receiver "${
      receiver.name
    }" is not told "{{ operation }}", so it cannot remove what it makes${
      lifetime ? ', and that cannot have a lifetime' : ''
    }`,
  );
}

/** @throws NotAllowedError `limit-reached` */
async function checkRoom(
  payload: DispatchPayload,
  options: {
    answer: DispatchAnswer;
    ownerRef?: string;
    parts: DispatchParts;
    context: PlanContext<DispatchPayload>;
  },
): Promise<void> {
  const { answer, ownerRef, parts, context } = options;
  const { decision, environment, service, userRef } = answer;
  const path = dispatchKeyOf({
    environment,
    service,
    resource: payload.resource!,
  });
  await checkLimits(
    {
      userRef,
      repoUrl: '',
      targets: [{ path, action: decision.target.action, decision }],
    },
    {
      ownership: parts.ownership,
      ownerRef,
      request: payload.request,
      lifetime: payload.lifetime,
      held: await parts.held({ without: context.request?.id }),
    },
  );
}

const VERBS: Record<DispatchOperation, string> = {
  create: 'Create',
  update: 'Change',
  delete: 'Remove',
  run: 'Run',
};

function titleOf(plan: DispatchPlan): string {
  const { operation, resource, title, service, environment } = plan;
  return resource
    ? `${VERBS[operation]} ${resource} in ${environment}: ${title}`
    : `${title}: ${service} in ${environment}`;
}

function fieldsOf(values: JsonObject) {
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([path, value]) => ({ path, after: textOf(value) }));
}

function effectsOf(plan: DispatchPlan, receiver: Receiver): string[] {
  const { lifetime, operation, resource, to } = plan;
  const byAnswer =
    receiver.transport === 'webhook' && receiver.ends === 'response';
  return [
    'It is approved as the ownership policy asks',
    `${to} is told what stands here, once; the portal itself holds no key to the infrastructure`,
    byAnswer
      ? 'It is done when that is answered'
      : 'What it reports is shown here, until it says that it is done',
    ...(resource && operation === 'delete'
      ? [`The catalog shows ${resource} no longer`]
      : []),
    ...(resource && operation !== 'delete'
      ? [`The catalog shows ${resource} as ready`]
      : []),
    ...(lifetime
      ? [
          `It lives for ${lifetimeInWords(
            lifetime,
          )} from then on; then its removal is asked for, and ${to} is told`,
        ]
      : []),
  ];
}

function risksOf({
  operation,
  resource,
}: DispatchPlan): Planned<DispatchPlan>['risks'] {
  return operation === 'delete'
    ? [
        {
          code: 'destroys',
          level: 'high',
          message: `"${resource}" is removed, with the data that it holds.`,
        },
      ]
    : [];
}
