// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ActionsApi,
  ActionTarget,
  SelfServiceAction,
} from '@fairway/backstage-plugin-self-service-common';
import type { RegistryParts } from '@fairway/requests-node';

/** Allowed, or would be with what the form asks for. */
const isOpen = ({ decision, needs }: ActionTarget) =>
  decision === 'allow' || needs.length > 0;

const isPossible = ({ targets }: SelfServiceAction) =>
  targets.length === 0 || targets.some(isOpen);

/** What may be ordered and done: templates with `spec.selfService`, decided by the ownership policy as on the hub. */
export function registerFindActions(
  parts: RegistryParts & { actions: ActionsApi },
): void {
  parts.registry.register({
    name: 'find-self-service-actions',
    title: 'Find self-service actions',
    description:
      'What can be ordered and done, and where the caller may. Each is a template of the scaffolder: its form is in the catalog, and it is run as a task, whose request then waits for whoever decides.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          query: z
            .string()
            .describe('Part of the title, description, category or tags')
            .optional(),
          operation: z.enum(['create', 'day2', 'delete']).optional(),
          all: z
            .boolean()
            .describe(
              'Also those that the caller may do nowhere, with the reason',
            )
            .optional(),
        }),
      output: z =>
        z.object({
          actions: z.array(
            z.object({
              templateRef: z.string(),
              title: z.string(),
              description: z.string().optional(),
              operation: z.string(),
              category: z.string(),
              environments: z
                .array(
                  z.object({
                    name: z.string(),
                    needs: z
                      .array(z.string())
                      .describe('Attributes that a request has to have'),
                    approval: z
                      .string()
                      .describe('auto, people or nobody-can')
                      .optional(),
                  }),
                )
                .describe('Where the caller may; none: its form has no place'),
              refused: z.array(
                z.object({
                  environment: z.string(),
                  because: z.string(),
                  askFor: z.array(z.string()),
                }),
              ),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const { items } = await parts.routes.as(credentials, (_, call) =>
        parts.actions.list(call),
      );
      const { query, operation, all } = input;
      const actions = items
        .filter(
          action =>
            (!operation || action.operation === operation) &&
            (!query || isAbout(action, query)) &&
            (all || isPossible(action)),
        )
        .map(toAnswer);
      return { output: { actions } };
    },
  });
}

function isAbout(action: SelfServiceAction, query: string): boolean {
  const { title, description = '', category, tags } = action;
  return [title, description, category, ...tags].some(text =>
    text.toLowerCase().includes(query.toLowerCase()),
  );
}

function toAnswer(action: SelfServiceAction) {
  const { templateRef, title, description, operation, category } = action;
  const { targets } = action;
  return {
    templateRef,
    title,
    description,
    operation,
    category,
    environments: targets
      .filter(isOpen)
      .map(({ environment, needs, approval }) => ({
        name: environment,
        needs,
        approval,
      })),
    refused: targets
      .filter(target => !isOpen(target))
      .map(({ environment, message, askFor }) => ({
        environment,
        because: message,
        askFor,
      })),
  };
}
