// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { type AccessAttempt, aclKey, isAllowed } from '../acls/bindings';
import type { ObservedState } from '../model/observed';
import { change, NAMES, observed } from '../__testUtils__/arbitraries';
import { applyStep, applySteps } from './apply';
import { canonicalPlan } from './canonicalJson';
import { planChanges } from './plan';
import type { DesiredState } from './types';
import { desiredOfWhole } from './wholeState';

const ATTEMPTS: AccessAttempt[] = ['User:x', 'User:y'].flatMap(principal =>
  (['READ', 'WRITE', 'DESCRIBE'] as const).flatMap(operation =>
    (['TOPIC', 'GROUP'] as const).flatMap(resourceType =>
      NAMES.flatMap(resourceName =>
        ['10.0.0.1', '10.0.0.2'].map(host => ({
          principal,
          operation,
          resourceType,
          resourceName,
          host,
        })),
      ),
    ),
  ),
);

/** Runs until enough plans were really made; the rest were refused. */
function forPlans(
  check: (
    given: { state: ObservedState; desired: DesiredState },
    plan: Extract<ReturnType<typeof planChanges>, { outcome: 'planned' }>,
  ) => void,
) {
  let planned = 0;
  fc.assert(
    fc.property(change, given => {
      const outcome = planChanges({
        desired: given.desired,
        observed: given.state,
      });
      if (outcome.outcome === 'refused') return;
      planned += 1;
      check(given, outcome);
    }),
    { numRuns: 500 },
  );
  expect(planned).toBeGreaterThan(50);
}

describe('a plan', () => {
  it('is empty once it is done', () => {
    forPlans(({ state, desired }, { plan }) => {
      const done = applySteps(state, plan.steps);
      const again = planChanges({ desired, observed: done });
      expect(again).toMatchObject({ outcome: 'planned', plan: { steps: [] } });
    });
  });

  it('goes on from any of its steps to the same end', () => {
    forPlans(({ state, desired }, { plan }) => {
      const half = plan.steps.slice(0, Math.floor(plan.steps.length / 2));
      const rest = planChanges({
        desired,
        observed: applySteps(state, half),
      });
      expect(rest.outcome).toBe('planned');
      if (rest.outcome === 'refused') return;
      expect(rest.plan.steps.map(({ id }) => id)).toEqual(
        plan.steps.slice(half.length).map(({ id }) => id),
      );
    });
  });

  it('never makes partitions fewer, and never deletes what was not named', () => {
    forPlans(({ state, desired }, { plan }) => {
      plan.steps.reduce((before, step) => {
        const after = applyStep(before, step);
        const lost = before.topics.filter(({ name, partitions }) => {
          const left = after.topics.find(found => found.name === name);
          return left
            ? left.partitions < partitions
            : !desired.deletedTopics?.includes(name);
        });
        expect(lost).toEqual([]);
        return after;
      }, state);
    });
  });

  it('adds before it removes', () => {
    forPlans((_, { plan }) => {
      const isRemoval = plan.steps.map(({ action }) =>
        action.endsWith('.delete'),
      );
      expect(isRemoval).toEqual([...isRemoval].sort());
      const ids = plan.steps.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  it('leaves no moment without access that is there before and after, nor one with access that is not', () => {
    forPlans(({ state }, { plan }) => {
      const end = applySteps(state, plan.steps);
      const states = [state];
      for (const step of plan.steps) {
        states.push(applyStep(states[states.length - 1], step));
      }
      const wrong = ATTEMPTS.filter(attempt => {
        const before = isAllowed(state.acls, attempt);
        return (
          before === isAllowed(end.acls, attempt) &&
          states.some(({ acls: then }) => isAllowed(then, attempt) !== before)
        );
      });
      expect(wrong).toEqual([]);
    });
  });

  it('removes the access to a topic before the topic', () => {
    forPlans(({ state }, { plan }) => {
      plan.steps.reduce((before, step) => {
        const gone = step.action === 'topic.delete' ? step.before.name : '';
        const left = before.acls.filter(
          found =>
            found.resourceType === 'TOPIC' &&
            found.patternType === 'LITERAL' &&
            found.resourceName === gone,
        );
        expect(left).toEqual([]);
        return applyStep(before, step);
      }, state);
    });
  });

  it('is the same, letter by letter, in whatever order things are named', () => {
    forPlans(({ state, desired }, { plan }) => {
      const reversed = planChanges({
        observed: {
          topics: [...state.topics].reverse(),
          acls: [...state.acls].reverse(),
          subjects: [...state.subjects].reverse(),
        },
        desired: {
          topics: [...(desired.topics ?? [])].reverse(),
          deletedTopics: [...(desired.deletedTopics ?? [])].reverse(),
          acls: [...(desired.acls ?? [])].reverse(),
          revokedAcls: [...(desired.revokedAcls ?? [])].reverse(),
          subjects: [...(desired.subjects ?? [])].reverse(),
          deletedSubjects: [...(desired.deletedSubjects ?? [])].reverse(),
          quotas: [...(desired.quotas ?? [])].reverse(),
        },
      });
      expect(reversed.outcome).toBe('planned');
      if (reversed.outcome === 'refused') return;
      expect(canonicalPlan(reversed.plan)).toBe(canonicalPlan(plan));
    });
  });
});

describe('a whole state', () => {
  it('is reached by its plan, or refused', () => {
    let planned = 0;
    fc.assert(
      fc.property(observed, observed, (state, whole) => {
        const desired = desiredOfWhole({ whole, observed: state });
        const outcome = planChanges({ desired, observed: state });
        if (outcome.outcome === 'refused') return;
        planned += 1;
        const end = applySteps(state, outcome.plan.steps);
        const names = (items: readonly { name: string }[]) =>
          items.map(({ name }) => name).sort();
        expect(names(end.topics)).toEqual(names(whole.topics));
        expect(end.acls.map(aclKey).sort()).toEqual(
          whole.acls.map(aclKey).sort(),
        );
      }),
      { numRuns: 500 },
    );
    expect(planned).toBeGreaterThan(30);
  });
});
