// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isDeepStrictEqual } from 'node:util';
import {
  ModuleFacts,
  ModuleVariable,
  TypeConstraint,
} from '../moduleReader/types';

/** What of an input is another one. `required`: it has lost its default, or got one. @public */
export type InputAspect =
  | 'type'
  | 'required'
  | 'default'
  | 'nullable'
  | 'sensitive'
  | 'validation'
  | 'description';

/** An input that both versions have. @public */
export interface InputChange {
  name: string;
  aspects: InputAspect[];
  before: ModuleVariable;
  after: ModuleVariable;
  /** True when it was optional and is required now: a unit that leaves it out has to answer it. */
  needsAnswer: boolean;
}

/** What is different for a unit that goes from one version of a module to another. @public */
export interface InputsDiff {
  /** New inputs without a default: an upgrade has to answer them. */
  addedRequired: ModuleVariable[];
  addedOptional: ModuleVariable[];
  /** Inputs that are gone: a unit that sets them has to leave them out. */
  removed: ModuleVariable[];
  changed: InputChange[];
}

type Module = Pick<ModuleFacts, 'variables'>;

/**
 * Compares the inputs of two versions of a module, each in the order of its files.
 *
 * @public
 */
export function diffModuleInputs(
  oldModule: Module,
  newModule: Module,
): InputsDiff {
  const before = byName(oldModule);
  const after = byName(newModule);
  const added = newModule.variables.filter(({ name }) => !before.has(name));
  return {
    addedRequired: added.filter(({ isRequired }) => isRequired),
    addedOptional: added.filter(({ isRequired }) => !isRequired),
    removed: oldModule.variables.filter(({ name }) => !after.has(name)),
    changed: newModule.variables.flatMap(variable => {
      const old = before.get(variable.name);
      return old ? change(old, variable) : [];
    }),
  };
}

function byName({ variables }: Module): Map<string, ModuleVariable> {
  return new Map(variables.map(variable => [variable.name, variable]));
}

function change(before: ModuleVariable, after: ModuleVariable): InputChange[] {
  const seen: Record<InputAspect, (variable: ModuleVariable) => unknown> = {
    type: ({ type }) => ordered(type),
    required: ({ isRequired }) => isRequired,
    default: variable => variable.default,
    nullable: ({ isNullable }) => isNullable,
    sensitive: ({ isSensitive }) => isSensitive,
    validation: ({ validations }) =>
      validations.map(({ condition }) => condition.replace(/\s+/g, ' ')).sort(),
    description: ({ description }) => description,
  };
  const aspects = (Object.keys(seen) as InputAspect[]).filter(
    aspect => !isDeepStrictEqual(seen[aspect](before), seen[aspect](after)),
  );
  if (aspects.length === 0) return [];
  const needsAnswer = after.isRequired && !before.isRequired;
  return [{ name: after.name, aspects, before, after, needsAnswer }];
}

/** The order of attributes means nothing. */
function ordered(type: TypeConstraint): TypeConstraint {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return { kind: type.kind, of: ordered(type.of) };
    case 'tuple':
      return { kind: type.kind, items: type.items.map(ordered) };
    case 'object':
      return {
        kind: type.kind,
        attributes: type.attributes
          .map(attribute => ({ ...attribute, type: ordered(attribute.type) }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      };
    default:
      return type;
  }
}
