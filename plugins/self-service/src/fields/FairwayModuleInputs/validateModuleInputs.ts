// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { translationApiRef } from '@backstage/frontend-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { describeError } from '@fairway/requests-react';
import { infrastructureApiRef, selfServiceApiRef } from '../../api';
import { selfServiceTranslationRef } from '../../translation';
import { valueAt } from '../formValue';
import { askModule, isMissing, moduleQuestion } from '../module/question';
import {
  fillingsOf,
  fitted,
  invalidSecrets,
  type ModuleSettings,
  settingsProblems,
} from '../module/settings';
import { dependencyNames, isUnchanged } from './changes';
import type { FairwayModuleInputsOptions } from './schema';

/**
 * The same check as the server's, before the form goes on. It is a courtesy: the
 * actions and the self-service backend check again, whatever the form says.
 */
export const validateModuleInputs: CustomFieldValidator<
  ModuleSettings,
  FairwayModuleInputsOptions
> = async (given, field, context) => {
  const { apiHolder, formData, uiSchema } = context;
  const infrastructure = apiHolder.get(infrastructureApiRef);
  const modules = apiHolder.get(selfServiceApiRef);
  if (!infrastructure || !modules) return;
  const options = uiSchema?.['ui:options'] ?? {};
  const translations = apiHolder
    .get(translationApiRef)
    ?.getTranslation(selfServiceTranslationRef);
  const t = translations?.ready ? translations.t : undefined;

  try {
    const answer = await askModule(moduleQuestion(options, formData), {
      infrastructure,
      modules,
    });
    if (isMissing(answer)) {
      field.addError(
        typeof answer === 'string'
          ? t?.(
              answer === 'unit'
                ? 'inputs.chooseUnit.title'
                : 'inputs.chooseModule.title',
            ) ?? answer
          : t?.('inputs.noVersion.text', { module: answer.noVersionOf }) ??
              answer.noVersionOf,
      );
      return;
    }
    const { inspection, unit } = answer;
    const value = fitted(given ?? {}, answer);
    const { version, status, reason = '' } = inspection;
    if (status === 'blocked' && unit?.module?.version !== version) {
      field.addError(
        t?.('inputs.blocked', { version, reason }) ?? `${version}: ${reason}`,
      );
    }
    const dependencies = options.dependenciesField
      ? valueAt(formData, options.dependenciesField)
      : undefined;
    const problems = settingsProblems({
      value,
      answer,
      fillings: fillingsOf(dependencies),
      hide: options.hide ?? [],
    });
    for (const { path, message } of problems) {
      field.addError(`${path} ${message}`);
    }
    for (const name of invalidSecrets({
      value,
      unit,
      dependencies: dependencyNames(dependencies),
    })) {
      field.addError(t?.('inputs.secretInvalid', { name }) ?? name);
    }
    if (problems.length === 0 && isUnchanged(value, answer)) {
      field.addError(t?.('inputs.unchanged') ?? inspection.name);
    }
  } catch (error) {
    const cause = describeError(error as Error).message;
    field.addError(t?.('inputs.unchecked', { cause }) ?? cause);
  }
};
