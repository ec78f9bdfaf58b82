// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type Constraint,
  KAFKA_TOPIC_CONFIGS,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { inUnits } from '../ask';

/** `604800000 (7 days)` of a config with a unit; any other value as it is. */
function rawInWords(field: string, value: string): string {
  const key = field.replace(/^configs\./, '');
  const words = inUnits(KAFKA_TOPIC_CONFIGS.get(key), value);
  return words === value ? value : `${value} (${words})`;
}

/** What a rule asks for, in words. */
export function useCheckWords(): (constraint: Constraint) => string {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  return constraint => {
    switch (constraint.kind) {
      case 'range': {
        const say = (limit?: number) =>
          rawInWords(constraint.field, String(limit));
        const [min, max] = [say(constraint.min), say(constraint.max)];
        if (constraint.max === undefined) {
          return t('policies.one.checks.atLeast', { min });
        }
        return constraint.min === undefined
          ? t('policies.one.checks.atMost', { max })
          : t('policies.one.checks.between', { min, max });
      }
      case 'one-of':
        return t('policies.one.checks.oneOf', {
          values: constraint.values
            .map(value => rawInWords(constraint.field, value))
            .join(', '),
        });
      case 'none-of':
        return t('policies.one.checks.noneOf', {
          values: constraint.values.join(', '),
        });
      case 'regex':
        return t('policies.one.checks.regex', { pattern: constraint.pattern });
      case 'required-keys':
        return t('policies.one.checks.required', {
          keys: constraint.keys.join(', '),
        });
      default:
        return t('policies.one.checks.allowed', {
          keys: constraint.keys.join(', '),
        });
    }
  };
}
