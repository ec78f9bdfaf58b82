// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Inputs are held against the module at the version that is asked for, whatever a form has checked: other steps may
// have written the file since, and a call of the API has no form.
import type { JsonObject } from '@backstage/types';
import {
  checkInputs,
  type InputProblem,
} from '@fairway/backstage-plugin-self-service-common';
import { type HclExpression, parseHcl, readLiteral } from '@fairway/iac';
import { isDeepStrictEqual } from 'node:util';
import { selfServiceError } from '../errors';
import type { ModuleInspector } from '../modules/ModuleInspector';

/** What a unit or a call gives to its module. */
export interface GivenInputs {
  path: string;
  module: { name: string; version: string };
  /** Inputs that are values. */
  values: JsonObject;
  /** Inputs that are expressions, whose values are not known before they are run. */
  expressions: string[];
  /** What included files give: values, and whether there is more that is not known. */
  included?: { values: JsonObject; names: string[]; isOpen: boolean };
  /** Of a stack's unit: values that its template reads and are left out, and such that it does not read. */
  stack?: { missing: string[]; unread: string[] };
}

/** Inputs that could not be held against the module. */
export interface UncheckedInputs {
  path: string;
  inputs: string[];
}

/**
 * Checks every input: type, required, validations, unknown names, forced and hidden inputs, sensitive ones in plain text.
 *
 * @returns the inputs that are expressions, which nobody can check here
 * @throws InputError `inputs-refused` with all problems together
 */
export async function checkGivenInputs(
  given: GivenInputs,
  options: { inspector: ModuleInspector },
): Promise<UncheckedInputs | undefined> {
  const { path, module, values, expressions, stack } = given;
  const { names = [], isOpen = false } = given.included ?? {};
  const { name, version } = module;
  const takes = await options.inspector.takes(name, version);
  const { schema, forcedInputs, hiddenInputs, sensitiveInputs } = takes;
  const isSpecial = (input: string) =>
    hiddenInputs.includes(input) || Object.hasOwn(forcedInputs, input);
  const set = [...Object.keys(values), ...expressions];
  const all = Object.keys((schema.properties ?? {}) as JsonObject);
  const problems = [
    ...checkInputs(schema, values, {
      // Where an included file computes its inputs, any of them may be there.
      elsewhere: [
        ...expressions,
        ...[...names, ...(isOpen ? all : [])].filter(
          each => !Object.hasOwn(values, each),
        ),
      ],
    }).filter(
      ({ input }) => !isSpecial(input) && !stack?.missing.includes(input),
    ),
    ...checkInputs(
      schema,
      Object.fromEntries(expressions.map(each => [each, null])),
      { partial: true },
    ).filter(({ input, rule }) => rule === 'unknown' && !isSpecial(input)),
    ...stackProblems(given),
    ...forcedProblems(given, forcedInputs),
    ...hiddenInputs
      .filter(input => set.includes(input))
      .map(input =>
        problem(input, 'hidden', "is nobody's to set; leave it out"),
      ),
    ...sensitiveInputs
      .filter(input => (values[input] ?? null) !== null && !isSpecial(input))
      .map(input =>
        problem(
          input,
          'sensitive',
          'is sensitive, and a value in Git is no secret; give a reference such as dependency.secrets.outputs.password',
        ),
      ),
  ];
  if (problems.length > 0) {
    throw selfServiceError(
      'inputs-refused',
      {
        problems: [
          `The inputs of "${path}" are not what the module "${name}" takes at ${version}:`,
          ...problems.map(
            each => `${each.path} ${each.message} (${each.rule})`,
          ),
        ].join('\n'),
      },
      { details: { problems } },
    );
  }
  return expressions.length > 0 ? { path, inputs: expressions } : undefined;
}

function stackProblems({ stack }: GivenInputs): InputProblem[] {
  const { missing = [], unread = [] } = stack ?? {};
  return [
    ...missing.map(each =>
      problem(
        each,
        'required',
        `is left out, and the template of the unit reads "values.${each}"; set it`,
      ),
    ),
    ...unread.map(each =>
      problem(
        each,
        'unknown',
        'is no value that the template of the unit reads; leave it out',
      ),
    ),
  ];
}

function forcedProblems(
  { values, expressions, included }: GivenInputs,
  forced: JsonObject,
): InputProblem[] {
  return Object.entries(forced).flatMap(([input, value]) => {
    const wanted = JSON.stringify(value);
    if (expressions.includes(input)) {
      return problem(
        input,
        'forced',
        `is an expression, and the platform has set it to ${wanted} for everybody; write that`,
      );
    }
    const actual = Object.hasOwn(values, input)
      ? values[input]
      : included?.values[input];
    if (isDeepStrictEqual(actual, value)) return [];
    return problem(
      input,
      'forced',
      actual === undefined
        ? `is left out, and the platform has set it to ${wanted} for everybody; write that`
        : `is ${JSON.stringify(
            actual,
          )}, and the platform has set it to ${wanted} for everybody; write that`,
    );
  });
}

function problem(input: string, rule: string, message: string): InputProblem {
  return { input, path: input, rule, message };
}

/** The `inputs` that a file gives to those who include it. */
export async function inputsOfFile(
  content: string,
): Promise<NonNullable<GivenInputs['included']>> {
  const { body } = await parseHcl(content);
  const inputs = body.attributes.find(({ name }) => name === 'inputs')?.value;
  if (!inputs) return { values: {}, names: [], isOpen: false };
  if (inputs.kind !== 'object') return { values: {}, names: [], isOpen: true };
  return {
    ...splitInputs(
      inputs.entries.flatMap(({ name, value }) =>
        name === undefined ? [] : [{ name, value }],
      ),
    ),
    names: inputs.entries.flatMap(({ name }) => name ?? []),
    isOpen: inputs.entries.some(({ name }) => name === undefined),
  };
}

/** Values, and the names of what is none. */
export function splitInputs(
  entries: { name: string; value: HclExpression }[],
): {
  values: JsonObject;
  expressions: string[];
} {
  const read = entries.map(({ name, value }) => ({
    name,
    literal: readLiteral(value),
  }));
  return {
    values: Object.fromEntries(
      read.flatMap(({ name, literal }) =>
        literal.isLiteral ? [[name, literal.value] as const] : [],
      ),
    ),
    expressions: read
      .filter(({ literal }) => !literal.isLiteral)
      .map(({ name }) => name),
  };
}
