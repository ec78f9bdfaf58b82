// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// One check for the form and for the server. It knows the keywords that a module's inputs become (packages/iac:
// types, optional attributes, validations), which is a small part of JSON Schema, and says each problem in words that a
// person can act on. A keyword that it does not know refuses nothing.
import type { JsonObject, JsonValue } from '@backstage/types';
import { kindOf, kindsOf, saidKinds } from './kinds';
import { rangeProblems, sizeProblems, textProblems } from './limits';
import { isRecord, sameValue, say } from './values';

/** What is wrong with one input. @public */
export interface InputProblem {
  /** Name of the module's input. */
  input: string;
  /** Where in it: `maintenance_window.day`, `subnet_ids[0]`; the input's name for the whole. */
  path: string;
  /** Keyword of the schema that is not kept: `required`, `type`, `enum`, `unknown`, … */
  rule: string;
  /** What is wrong and what to do, without the input's name: `is "huge"; use one of small, medium, large`. */
  message: string;
}

type Found = Omit<InputProblem, 'input'>;

/**
 * Compares inputs with a module's schema, as `ModuleInspection` has it.
 *
 * @param options - `elsewhere`: inputs that get their values otherwise (from another unit's outputs), which are neither
 * missing nor looked at; `partial`: inputs that are left out are no problem (they are in the unit already)
 * @returns every problem, in the order of the schema; empty when all is well
 * @public
 */
export function checkInputs(
  schema: JsonObject,
  inputs: JsonObject,
  options: { elsewhere?: readonly string[]; partial?: boolean } = {},
): InputProblem[] {
  const { elsewhere = [], partial = false } = options;
  const properties = isRecord(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? schema.required : [];
  const problems: InputProblem[] = [];
  for (const [input, of] of Object.entries(properties)) {
    if (elsewhere.includes(input)) continue;
    const value = inputs[input];
    if (value === undefined || value === null) {
      // A null is Terraform's way to leave an input out.
      if (!required.includes(input) || (partial && value === undefined)) {
        continue;
      }
      problems.push({
        input,
        path: input,
        rule: 'required',
        message: 'is required; give it a value',
      });
      continue;
    }
    if (!isRecord(of)) continue;
    problems.push(
      ...problemsOf(value, of, input).map(found => ({ input, ...found })),
    );
  }
  if (schema.additionalProperties === false) {
    for (const input of Object.keys(inputs)) {
      if (Object.hasOwn(properties, input)) continue;
      problems.push({
        input,
        path: input,
        rule: 'unknown',
        message: `is no input of the module; leave it out, or use one of ${
          Object.keys(properties).join(', ') || 'none'
        }`,
      });
    }
  }
  return problems;
}

function problemsOf(
  value: JsonValue,
  schema: JsonObject,
  path: string,
): Found[] {
  const found = (rule: string, message: string): Found => ({
    path,
    rule,
    message,
  });
  const wanted = kindsOf(schema);
  if (wanted.length > 0 && !wanted.some(kind => kindOf(value, kind))) {
    // The other keywords speak of the type that it is not.
    return [found('type', `is ${say(value)}; give ${saidKinds(wanted)}`)];
  }
  const problems: Found[] = [];
  const { enum: values, const: only } = schema;
  if (Array.isArray(values) && !values.some(each => sameValue(each, value))) {
    const choices = values.map(each =>
      typeof each === 'string' ? each : JSON.stringify(each),
    );
    problems.push(
      found('enum', `is ${say(value)}; use one of ${choices.join(', ')}`),
    );
  }
  if (only !== undefined && !sameValue(only, value)) {
    problems.push(found('const', `is ${say(value)}; use ${say(only)}`));
  }
  if (typeof value === 'string') {
    problems.push(
      ...textProblems(value, schema).map(each => ({ path, ...each })),
    );
  }
  if (typeof value === 'number') {
    problems.push(
      ...rangeProblems(value, schema).map(each => ({ path, ...each })),
    );
  }
  if (Array.isArray(value)) problems.push(...inList(value, schema, path));
  else if (isRecord(value)) problems.push(...inObject(value, schema, path));
  if (Array.isArray(schema.allOf)) {
    problems.push(
      ...schema.allOf
        .filter(isRecord)
        .flatMap(each => problemsOf(value, each, path)),
    );
  }
  if (
    isRecord(schema.not) &&
    problemsOf(value, schema.not, path).length === 0
  ) {
    problems.push(
      found('not', `is ${say(value)}, which the module does not take`),
    );
  }
  return problems;
}

function inList(value: JsonValue[], schema: JsonObject, path: string): Found[] {
  const { items } = schema;
  const problems: Found[] = sizeProblems(value.length, schema, 'Items').map(
    each => ({ path, ...each }),
  );
  if (
    schema.uniqueItems === true &&
    value.some((each, index) =>
      value.slice(0, index).some(other => sameValue(other, each)),
    )
  ) {
    problems.push({
      path,
      rule: 'uniqueItems',
      message: 'has an item twice; take one out',
    });
  }
  value.forEach((item, index) => {
    const of = Array.isArray(items) ? items[index] : items;
    if (isRecord(of))
      problems.push(...problemsOf(item, of, `${path}[${index}]`));
  });
  return problems;
}

function inObject(
  value: JsonObject,
  schema: JsonObject,
  path: string,
): Found[] {
  const properties = isRecord(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? schema.required : [];
  const others = schema.additionalProperties;
  const entries = Object.entries(value).filter(
    (entry): entry is [string, JsonValue] => entry[1] !== undefined,
  );
  const problems: Found[] = sizeProblems(
    entries.length,
    schema,
    'Properties',
  ).map(each => ({ path, ...each }));
  for (const key of required) {
    const given = value[String(key)];
    if (given !== undefined && given !== null) continue;
    problems.push({
      path: `${path}.${key}`,
      rule: 'required',
      message: 'is required; give it a value',
    });
  }
  for (const [key, item] of entries) {
    const of = Object.hasOwn(properties, key) ? properties[key] : others;
    if (of === false) {
      problems.push({
        path: `${path}.${key}`,
        rule: 'unknown',
        message: `is not known here; leave it out, or use one of ${Object.keys(
          properties,
        ).join(', ')}`,
      });
    } else if (isRecord(of) && item !== null) {
      problems.push(...problemsOf(item, of, `${path}.${key}`));
    }
  }
  return problems;
}
