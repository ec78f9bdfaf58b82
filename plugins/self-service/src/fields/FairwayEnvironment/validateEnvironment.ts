// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { translationApiRef } from '@backstage/frontend-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { describeError } from '@fairway/requests-react';
import { ownershipApiRef } from '../../api';
import { selfServiceTranslationRef } from '../../translation';
import { targetsQuestion } from './question';
import type { FairwayEnvironmentOptions } from './schema';

/**
 * Asks the server once more before the form goes on. It is a courtesy: the
 * actions and the self-service backend decide again, whatever the form says.
 */
export const validateEnvironment: CustomFieldValidator<
  string,
  FairwayEnvironmentOptions
> = async (environment, field, context) => {
  const { apiHolder, formData, uiSchema } = context;
  const ownership = apiHolder.get(ownershipApiRef);
  if (!environment || !ownership) return;
  const words = apiHolder
    .get(translationApiRef)
    ?.getTranslation(selfServiceTranslationRef);

  try {
    const { targets } = await ownership.myTargets(
      targetsQuestion(uiSchema?.['ui:options'] ?? {}, formData),
    );
    const target = targets.find(each => each.environment === environment);
    if (!target) {
      field.addError(
        words?.ready
          ? words.t('environment.unknown', { environment })
          : environment,
      );
    } else if (target.decision !== 'allow') {
      field.addError(target.message);
    }
  } catch (error) {
    const cause = describeError(error as Error).message;
    field.addError(
      words?.ready
        ? words.t('environment.unchecked', { environment, cause })
        : cause,
    );
  }
};
