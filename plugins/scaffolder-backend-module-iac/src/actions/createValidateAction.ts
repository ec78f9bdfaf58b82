// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { actionError } from '../errors';
import { checkBuiltin } from '../validation/builtin';
import { checkRego, type RegoSettings } from '../validation/RegoPolicy';
import { checkSecrets } from '../validation/secrets';
import type { CheckedFile, Finding } from '../validation/types';
import { readWorkspace } from '../workspace/readWorkspace';
import { examples } from './createValidateAction.examples';

const ID = 'iac:validate';

type Engine = Finding['engine'];

/**
 * Checks files of the workspace, without running anything of them. terraform, terragrunt, tflint and checkov run in CI.
 *
 * @param options - `rego` is the company's own compiled policy, where the configuration names one
 */
export function createValidateAction(options: { rego?: RegoSettings } = {}) {
  return createTemplateAction({
    id: ID,
    description:
      'Checks files of the workspace by rules: syntax, names, required tags, versions that move, secrets in plain text. Runs nothing of them.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        paths: z =>
          z
            .array(z.string())
            .describe(
              'Files and folders of the workspace; all of it if left out',
            )
            .optional(),
        engines: z =>
          z
            .array(z.enum(['builtin', 'secrets', 'rego']))
            .describe(
              'What checks; builtin if left out. secrets is secretlint; rego is the policy that the configuration names. One that is asked for and could not run is in notRun, and then it is not passed',
            )
            .optional(),
        requiredTags: z =>
          z
            .array(z.string())
            .describe('Keys that inputs.tags of every unit has to have')
            .optional(),
        failOn: z =>
          z
            .enum(['error', 'warning', 'never'])
            .describe(
              'What fails the step: error, if left out; warning: that too; never: the step puts out what was found',
            )
            .optional(),
      },
      output: {
        passed: z =>
          z
            .boolean()
            .describe(
              'True when all engines ran and found nothing that counts',
            ),
        findings: z =>
          z
            .array(
              z.object({
                engine: z.string(),
                rule: z.string(),
                severity: z.enum(['error', 'warning']),
                path: z.string(),
                line: z.number(),
                message: z.string(),
              }),
            )
            .describe('What was found, by path and line'),
        notRun: z =>
          z
            .array(z.object({ engine: z.string(), reason: z.string() }))
            .describe('Engines that were asked for and did not run, and why'),
      },
    },
    async handler(ctx) {
      const { input, workspacePath, signal } = ctx;
      const { engines = ['builtin'], failOn = 'error', paths } = input;
      const all = await readWorkspace({ workspacePath, signal });
      const isIn = (path: string) =>
        !paths ||
        paths.some(each => path === each || path.startsWith(`${each}/`));
      const files = all.filter(({ path }) => isIn(path));
      const nothing = paths?.find(
        each =>
          !all.some(({ path }) => path === each || path.startsWith(`${each}/`)),
      );
      if (nothing !== undefined) {
        throw actionError('workspace-file-missing', { path: nothing });
      }
      const run: Record<Engine, () => Promise<Finding[]>> = {
        builtin: () =>
          checkBuiltin(files, { requiredTags: input.requiredTags ?? [] }),
        secrets: () => checkSecrets(files),
        rego: () => checkByRego(files, options.rego),
      };
      const findings: Finding[] = [];
      const notRun: { engine: Engine; reason: string }[] = [];
      for (const engine of new Set(engines)) {
        signal?.throwIfAborted();
        try {
          findings.push(...(await run[engine]()));
        } catch (error) {
          notRun.push({ engine, reason: reasonOf(error) });
        }
      }
      findings.sort(byPlace);
      for (const finding of findings) ctx.logger.info(lineFor(finding));
      for (const { engine, reason } of notRun) {
        ctx.logger.warn(`${engine} did not run: ${reason}`);
      }
      const counted = findings.filter(
        ({ severity }) => severity === 'error' || failOn === 'warning',
      );
      const passed = counted.length === 0 && notRun.length === 0;
      if (!passed && failOn !== 'never') {
        const problems = [
          ...counted.map(lineFor),
          ...notRun.map(({ engine, reason }) => `${engine}: ${reason}`),
        ];
        throw actionError(
          'validation-failed',
          { problems: problems.slice(0, 20).join('\n') },
          { details: { findings, notRun } },
        );
      }
      ctx.output('passed', passed);
      ctx.output('findings', findings);
      ctx.output('notRun', notRun);
    },
  });
}

async function checkByRego(
  files: CheckedFile[],
  settings?: RegoSettings,
): Promise<Finding[]> {
  if (!settings) throw actionError('rego-not-configured');
  return checkRego(files, settings);
}

/** An engine that throws has checked nothing, whatever the reason. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function byPlace(one: Finding, other: Finding): number {
  if (one.path !== other.path) return one.path < other.path ? -1 : 1;
  return one.line - other.line;
}

function lineFor({ path, line, severity, rule, message }: Finding): string {
  return `${path}:${line} ${severity} ${rule}: ${message}`;
}
