// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// `spec.selfService` of a template: what it is and what it is for. Who may run it and who approves is the ownership
// policy's, so there is no key for that, and none is taken.
import {
  createZodV4FilterPredicateSchema,
  evaluateFilterPredicate,
  type FilterPredicate,
  getJsonValueAtPath,
} from '@backstage/filter-predicates';
import type { JsonObject, JsonValue } from '@backstage/types';
import { parseDuration } from '@fairway/requests-common';
import { z } from 'zod';

/** @public */
export type SelfServiceOperation = 'create' | 'day2' | 'delete';

/** What an action of operation `day2` or `delete` is for. @public */
export interface SelfServiceTarget {
  kind: string;
  /** `spec.type` of the entity. */
  type?: string;
  /** A filter predicate of Backstage that has to hold besides. */
  when?: FilterPredicate;
}

/** How long what an action makes lives; the maximum of its module or receiver holds whatever is here. @public */
export interface SelfServiceLifetime {
  /** ISO 8601 duration. */
  default: string;
  /** How long before the end its owner is told. */
  warn?: string[];
  grace?: string;
}

/** `spec.selfService` of a template. @public */
export interface SelfServiceSpec {
  operation: SelfServiceOperation;
  category: string;
  icon?: string;
  target?: SelfServiceTarget;
  /** File that `fill` reads from; the entity's recorded one if left out. `{environment}` and `{name}` are filled in. */
  file?: { repoUrl: string; path: string };
  /** Field of the form to where its value is: `entity.metadata.name`, `environment`, `file.image.tag`. */
  fill?: Record<string, string>;
  lifetime?: SelfServiceLifetime;
}

/** What `fill` reads from. @public */
export type FillDocument = {
  entity: JsonObject;
  environment?: string;
  file?: JsonObject;
};

const words = z.string().trim().min(1).max(100);

const duration = z.string().superRefine((value, context) => {
  try {
    parseDuration(value);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
  }
});

const FILL = /^(environment|entity\.\S+|file\.\S+)$/;

const schema = z
  .strictObject({
    operation: z.enum(['create', 'day2', 'delete']),
    category: words,
    icon: words.optional(),
    target: z
      .strictObject({
        kind: words,
        type: words.optional(),
        when: createZodV4FilterPredicateSchema().optional(),
      })
      .optional(),
    file: z
      .strictObject({ repoUrl: z.string().min(1), path: z.string().min(1) })
      .optional(),
    fill: z
      .record(
        z.string(),
        z
          .string()
          .regex(FILL, 'is not environment, entity.<path> or file.<path>'),
      )
      .optional(),
    lifetime: z
      .strictObject({
        default: duration,
        warn: z.array(duration).optional(),
        grace: duration.optional(),
      })
      .optional(),
  })
  .superRefine(({ operation, target, fill }, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (operation === 'create' && target) {
      issue('target', 'is for day2 and delete; what create makes is not there');
    }
    if (operation === 'create' && fill) {
      issue('fill', 'is for day2 and delete; create has no entity to read');
    }
    if (operation !== 'create' && !target) {
      issue('target', 'is missing: say what it is for, at least its kind');
    }
  });

/** Reads `spec.selfService`; `problems` are for template authors, with the place in front. @public */
export function parseSelfServiceSpec(
  value: unknown,
): { spec: SelfServiceSpec } | { problems: string[] } {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { spec: parsed.data as SelfServiceSpec };
  return {
    problems: parsed.error.issues.map(({ path, message }) =>
      [['spec.selfService', ...path].join('.'), message].join(': '),
    ),
  };
}

/** Whether an action is for an entity. @public */
export function isTarget(
  target: SelfServiceTarget,
  entity: JsonValue,
): boolean {
  const { kind, type, when } = target;
  return evaluateFilterPredicate(
    {
      $all: [
        { kind },
        ...(type === undefined ? [] : [{ 'spec.type': type }]),
        ...(when === undefined ? [] : [when]),
      ],
    },
    entity,
  );
}

/** What the form of a `day2` or `delete` action starts with; what is nowhere is left out. @public */
export function fillForm(
  fill: Record<string, string>,
  document: FillDocument,
): JsonObject {
  return Object.fromEntries(
    Object.entries(fill).flatMap(([field, path]) => {
      const value = getJsonValueAtPath(document, path);
      return value === undefined ? [] : [[field, value]];
    }),
  );
}
