// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ObservedSubject } from '../model/observed';
import type { SchemaReference, SubjectSpec } from '../model/resources';
import { canonicalJson } from './canonicalJson';
import type { PlanStep } from './types';

/** Only what was said about a subject. */
export function plainSubject(
  subject: SubjectSpec | ObservedSubject,
): SubjectSpec {
  const { name, format, schema, references, compatibility } = subject;
  return {
    name,
    ...(format && { format }),
    ...(schema !== undefined && { schema }),
    ...(references && references.length > 0 && { references }),
    ...(compatibility && { compatibility }),
  };
}

/** JSON schemas are equal whatever their spaces and the order of their keys are. */
function comparable(schema: string): string {
  try {
    return canonicalJson(JSON.parse(schema));
  } catch {
    return schema.trim();
  }
}

function ordered(references: SchemaReference[] = []): SchemaReference[] {
  return [...references].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isSameSchema(one: SubjectSpec, other: SubjectSpec): boolean {
  return (
    comparable(one.schema ?? '') === comparable(other.schema ?? '') &&
    canonicalJson(ordered(one.references)) ===
      canonicalJson(ordered(other.references))
  );
}

/**
 * A new subject gets its schema first, since some registries know no level of a
 * subject that is not there; one that is there gets the level first, since that
 * is what the schema is to be judged by.
 */
export function subjectSteps(
  desired: SubjectSpec,
  observed: ObservedSubject | undefined,
): PlanStep[] {
  const { name, compatibility, schema } = desired;
  const before = observed && plainSubject(observed);
  const { compatibility: _, ...after } = plainSubject(desired);
  const register: PlanStep[] =
    schema === undefined || (before && isSameSchema(before, desired))
      ? []
      : [
          {
            id: `subject.register:${name}`,
            action: 'subject.register',
            title: `Register ${
              observed ? 'another version' : 'the first version'
            } of the subject ${name}`,
            irreversible: false,
            ...(before && { before }),
            after,
          },
        ];
  const level: PlanStep[] =
    compatibility === undefined || compatibility === observed?.compatibility
      ? []
      : [
          {
            id: `subject.compatibility:${name}`,
            action: 'subject.compatibility',
            title: `Set the compatibility of the subject ${name} to ${compatibility}`,
            irreversible: false,
            subject: name,
            before: observed?.compatibility
              ? { compatibility: observed.compatibility }
              : {},
            after: { compatibility },
          },
        ];
  return observed ? [...level, ...register] : [...register, ...level];
}

export function subjectDeletion(observed: ObservedSubject): PlanStep {
  return {
    id: `subject.delete:${observed.name}`,
    action: 'subject.delete',
    title: `Delete the subject ${observed.name} with all of its versions`,
    irreversible: true,
    before: plainSubject(observed),
  };
}
