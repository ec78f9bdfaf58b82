// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, NumberField, Text } from '@backstage/ui';
import {
  checkNewLimits,
  type InstanceLimits,
  type InstanceView,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { RequestAction } from '@fairway/requests-common';
import { useState } from 'react';
import { ActionButton, Fact, Facts, wordsOfBytes } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { RequestForm } from '../ask/form';

const LIMITS = ['topics', 'partitions', 'bytes'] as const;
const GIGABYTE = 1e9;

const wordsOf = (name: keyof InstanceLimits, value: number) =>
  name === 'bytes' ? wordsOfBytes(value) : String(value);

const LimitsForm = (props: {
  instance: InstanceView;
  onCancel: () => void;
}) => {
  const { instance, onCancel } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const [limits, setLimits] = useState<InstanceLimits>(
    instance.effectiveLimits,
  );
  return (
    <RequestForm
      kind="kafka.limits"
      payload={{
        environment: instance.environment,
        instance: instance.id,
        limits,
      }}
      check={() => checkNewLimits({ limits, usage: instance.usage })}
      onCancel={onCancel}
    >
      {LIMITS.map(name => {
        const size = name === 'bytes' ? GIGABYTE : 1;
        const value = limits[name];
        return (
          <NumberField
            key={name}
            label={
              name === 'bytes'
                ? t('applications.one.newBytes')
                : t('applications.one.newLimit', {
                    limit: t(`applications.one.limitNames.${name}`),
                  })
            }
            value={value === undefined ? NaN : value / size}
            onChange={next =>
              setLimits(current => ({
                ...current,
                [name]: Number.isNaN(next) ? undefined : next * size,
              }))
            }
          />
        );
      })}
    </RequestForm>
  );
};

/** What an instance uses of what it may, and the way to ask for more. */
export const Limits = (props: {
  instance: InstanceView;
  mayAsk: RequestAction;
}) => {
  const { instance, mayAsk } = props;
  const { usage, effectiveLimits } = instance;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const [isAsking, setAsking] = useState(false);
  return (
    <Flex direction="column" gap="3">
      <Text as="h4" weight="bold">
        {t('applications.one.limits')}
      </Text>
      <Facts>
        {LIMITS.map(name => {
          const limit = effectiveLimits[name];
          const label = t(`applications.one.limitNames.${name}`);
          const used = wordsOf(name, usage[name]);
          return (
            <Fact key={name} label={label}>
              {limit === undefined
                ? t('applications.one.noLimit', { used })
                : t('applications.one.of', {
                    used,
                    limit: wordsOf(name, limit),
                  })}{' '}
              {limit !== undefined && (
                <meter
                  aria-label={label}
                  min={0}
                  max={limit}
                  high={limit * 0.8}
                  value={usage[name]}
                />
              )}
            </Fact>
          );
        })}
      </Facts>
      {isAsking ? (
        <LimitsForm instance={instance} onCancel={() => setAsking(false)} />
      ) : (
        <ActionButton action={mayAsk} onPress={() => setAsking(true)}>
          {t('applications.one.requestLimits')}
        </ActionButton>
      )}
    </Flex>
  );
};
