// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** A field of a template's form that is one of ours. */
export interface FormField {
  /** Its name in the form. */
  name: string;
  /** `FairwayEnvironment`, `FairwayUnit`, … */
  field: string;
  options: Record<string, unknown>;
}

/** The fields of a form with a `ui:field`, in the order of the form; in `dependencies` and `oneOf`, too. */
export function fieldsOf(parameters: unknown): FormField[] {
  const found: FormField[] = [];
  const visit = (value: unknown) => {
    if (Array.isArray(value)) {
      value.forEach(visit);
      return;
    }
    if (!isRecord(value)) return;
    if (isRecord(value.properties)) {
      for (const [name, schema] of Object.entries(value.properties)) {
        if (isRecord(schema) && typeof schema['ui:field'] === 'string') {
          const options = schema['ui:options'];
          found.push({
            name,
            field: schema['ui:field'],
            options: isRecord(options) ? options : {},
          });
        }
      }
    }
    Object.values(value).forEach(visit);
  };
  visit(parameters);
  return found;
}

/** What the form asks the policy, if it asks for an environment. */
export function questionOf(
  fields: FormField[],
): { action: string; service?: string } | undefined {
  const environment = fields.find(
    ({ field }) => field === 'FairwayEnvironment',
  );
  if (!environment) return undefined;
  const { action = 'service.deploy', service } = environment.options;
  return {
    action: String(action),
    ...(typeof service === 'string' && { service }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && !!value && !Array.isArray(value);
}
