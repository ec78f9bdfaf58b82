// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type {
  ConnectionCheck,
  ConnectionTest as Answer,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  ErrorPanel,
  ScrollTable,
  StateBadge,
  type StateTone,
  useOnce,
} from '@fairway/requests-react';
import { useState } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { ActionButton, ProblemList } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';

const TONES: Record<ConnectionCheck['state'], StateTone> = {
  passed: 'success',
  warning: 'pending',
  failed: 'danger',
  skipped: 'neutral',
};

const NAMES = [
  'brokers',
  'access-control',
  'groups',
  'users',
  'quotas',
  'registry',
] as const;

const Result = (props: { answer: Answer }) => {
  const { reachable, version, brokers, took, checks, problems } = props.answer;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const unknown = t('environments.unknown');
  const nameOf = (name: string) => {
    const known = NAMES.find(each => each === name);
    return known ? t(`environments.form.checks.${known}`) : name;
  };
  return (
    <Flex direction="column" gap="3">
      <Text as="p" role="status" weight="bold">
        {reachable
          ? t('environments.form.reachable', {
              version: version ?? unknown,
              brokers: String(brokers ?? unknown),
              took: String(took),
            })
          : t('environments.form.unreachable', { took: String(took) })}
      </Text>
      <ScrollTable
        label={t('environments.form.test')}
        columns={(['check', 'result', 'found'] as const).map(column =>
          t(`environments.form.${column}`),
        )}
      >
        {checks.map(({ name, state, message }) => (
          <tr key={name}>
            <th scope="row">{nameOf(name)}</th>
            <td>
              <StateBadge tone={TONES[state]}>
                {t(`environments.form.states.${state}`)}
              </StateBadge>
            </td>
            <td>{message}</td>
          </tr>
        ))}
      </ScrollTable>
      {problems.length > 0 && <ProblemList problems={problems} />}
    </Flex>
  );
};

/** Tries a connection and says of each thing that was tried how it went; nothing is kept. */
export const ConnectionTest = (props: {
  connection: string;
  environment?: string;
}) => {
  const { connection, environment } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const [tested, setTested] = useState<{ of: string; answer: Answer }>();
  const { run, isPending, error } = useOnce();
  return (
    <Flex direction="column" gap="3" align="start">
      <ActionButton
        action={
          connection
            ? { allowed: true }
            : { allowed: false, because: t('environments.form.testFirst') }
        }
        isPending={isPending}
        onPress={() =>
          run(async () => {
            setTested(undefined);
            const answer = await api.testConnection({
              connection,
              ...(environment && { environment }),
            });
            setTested({ of: connection, answer });
          })
        }
      >
        {t('environments.form.test')}
      </ActionButton>
      {error && (
        <ErrorPanel title={t('environments.form.testFailed')} error={error} />
      )}
      {/* What was found out about another connection says nothing of this one. */}
      {tested?.of === connection && <Result answer={tested.answer} />}
    </Flex>
  );
};
