// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Select, Text, TextField } from '@backstage/ui';
import type {
  CredentialView,
  InstanceView,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { RequestAction } from '@fairway/requests-common';
import { RelativeTime, ScrollTable } from '@fairway/requests-react';
import { useState } from 'react';
import { ActionButton, Few, SendError, useSubmitRequest } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { RequestForm } from '../ask/form';
import { PasswordDialog } from './PasswordDialog';

const MECHANISMS = ['SCRAM-SHA-512', 'SCRAM-SHA-256'] as const;

const Row = (props: { credential: CredentialView; onChanged: () => void }) => {
  const { credential, onChanged } = props;
  const { environment, instance, username, actions, requestId } = credential;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const [isShowing, setShowing] = useState(false);
  const { submit, isPending, error, reset } = useSubmitRequest();
  const ask = (operation: 'rotate' | 'revoke') => () =>
    submit({
      kind: 'kafka.credential',
      payload: { operation, environment, instance, username },
    });
  return (
    <tr>
      <th scope="row">{username}</th>
      <td>{credential.mechanism}</td>
      <td>
        <RelativeTime value={credential.rotatedAt ?? credential.createdAt} />
      </td>
      <td>
        <Flex gap="2" align="start">
          {credential.passwordWaiting && requestId && (
            <Button variant="primary" onPress={() => setShowing(true)}>
              {t('applications.credentials.show')}
            </Button>
          )}
          {(['rotate', 'revoke'] as const).map(operation => (
            <ActionButton
              key={operation}
              action={actions[operation]}
              isPending={isPending}
              onPress={ask(operation)}
            >
              {t(`applications.credentials.${operation}`)}
            </ActionButton>
          ))}
        </Flex>
        {error && (
          <SendError error={error} title={t('send.failed')} onRetry={reset} />
        )}
        {isShowing && requestId && (
          <PasswordDialog
            requestId={requestId}
            username={username}
            onClose={() => {
              setShowing(false);
              onChanged();
            }}
          />
        )}
      </td>
    </tr>
  );
};

const AskForm = (props: { instance: InstanceView; onCancel: () => void }) => {
  const { instance, onCancel } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const [username, setUsername] = useState(
    instance.principals[0]?.replace(/^User:/, '') ?? '',
  );
  const [mechanism, setMechanism] = useState<string>(MECHANISMS[0]);
  return (
    <section
      aria-label={t('applications.credentials.askTitle', {
        instance: instance.id,
      })}
    >
      <RequestForm
        kind="kafka.credential"
        payload={{
          operation: 'create',
          environment: instance.environment,
          instance: instance.id,
          username: username.trim(),
          mechanism,
        }}
        onCancel={onCancel}
      >
        <TextField
          label={t('applications.credentials.username')}
          description={t('applications.credentials.usernameText')}
          isRequired
          value={username}
          onChange={setUsername}
        />
        <Select
          label={t('applications.credentials.mechanism')}
          options={MECHANISMS.map(value => ({ value, label: value }))}
          selectedKey={mechanism}
          onSelectionChange={key => setMechanism(String(key))}
        />
      </RequestForm>
    </section>
  );
};

/** The users of an instance; a password is shown once, to who asked for it. */
export const Credentials = (props: {
  instance: InstanceView;
  mayAsk: RequestAction;
  onChanged: () => void;
}) => {
  const { instance, mayAsk, onChanged } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const [isAsking, setAsking] = useState(false);
  return (
    <Flex direction="column" gap="3">
      <Text as="h4" weight="bold">
        {t('applications.credentials.title')}
      </Text>
      {instance.credentials.length === 0 ? (
        <Text as="p">{t('applications.credentials.none')}</Text>
      ) : (
        <Few items={instance.credentials}>
          {shown => (
            <ScrollTable
              label={t('applications.credentials.title')}
              columns={(
                ['user', 'mechanism', 'changed', 'actions'] as const
              ).map(column => t(`applications.credentials.${column}`))}
            >
              {shown.map(credential => (
                <Row
                  key={credential.id}
                  credential={credential}
                  onChanged={onChanged}
                />
              ))}
            </ScrollTable>
          )}
        </Few>
      )}
      {isAsking ? (
        <AskForm instance={instance} onCancel={() => setAsking(false)} />
      ) : (
        <ActionButton action={mayAsk} onPress={() => setAsking(true)}>
          {t('applications.credentials.ask')}
        </ActionButton>
      )}
    </Flex>
  );
};
