// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  useAnalytics,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Checkbox, Select, Text } from '@backstage/ui';
import type {
  ConnectionView,
  KafkaEnvironmentView,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { useLoad } from '@fairway/requests-react';
import { useCallback, useState } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { AdministratorsOnly } from '../../layout/AdministratorsOnly';
import { useLinks } from '../../layout/useLinks';
import { EditForm, LoadedPart, Page } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { ConnectionTest } from './ConnectionTest';
import { draftOf, inputOf } from './environmentDraft';
import { NameFields, RuleFields } from './EnvironmentFields';

interface Known {
  view?: KafkaEnvironmentView;
  connections: ConnectionView[];
  policies: string[];
}

const Form = (props: { known: Known }) => {
  const { view, connections, policies } = props.known;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const analytics = useAnalytics();
  const links = useLinks();
  const [draft, setDraft] = useState(() => draftOf(view));
  const set = (part: Partial<typeof draft>) =>
    setDraft(current => ({ ...current, ...part }));
  const save = async () => {
    const input = inputOf(draft, view);
    const { name } = view
      ? await api.updateEnvironment(view.name, {
          ...input,
          rowVersion: view.rowVersion,
        })
      : await api.createEnvironment(input);
    analytics.captureEvent(view ? 'update' : 'create', 'environment');
    return links.environmentOf(name);
  };
  return (
    <EditForm
      draft={draft}
      save={save}
      words={{
        save: t('environments.form.save'),
        failed: t('environments.form.saveFailed'),
        cancel: t('environments.form.cancel'),
      }}
      back={view ? links.environmentOf(view.name) : links.environments}
    >
      <NameFields draft={draft} set={set} isNew={!view} />
      {connections.length === 0 && (
        <Text as="p" role="note">
          {t('environments.form.noConnections')}
        </Text>
      )}
      <Select
        label={t('environments.form.connection')}
        description={t('environments.form.connectionText')}
        placeholder={t('environments.form.choose')}
        isRequired
        options={connections.map(({ name, security, usedBy }) => ({
          value: name,
          label: usedBy
            ? t('environments.form.usedBy', {
                name,
                security,
                environment: usedBy,
              })
            : t('environments.form.free', { name, security }),
        }))}
        selectedKey={draft.connection || null}
        onSelectionChange={key => set({ connection: String(key ?? '') })}
      />
      <ConnectionTest
        connection={draft.connection}
        environment={draft.name.trim()}
      />
      <Checkbox
        isSelected={draft.withRegistry}
        onChange={withRegistry => set({ withRegistry })}
      >
        {t('environments.form.withRegistry')}
      </Checkbox>
      <RuleFields draft={draft} set={set} policies={policies} />
    </EditForm>
  );
};

const LoadedForm = (props: { name?: string }) => {
  const { name } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const loaded = useLoad(
    useCallback(
      async (signal: AbortSignal): Promise<Known> => {
        const [view, connections, policies] = await Promise.all([
          name === undefined ? undefined : api.environment(name, { signal }),
          api.connections({ signal }),
          api.policies({ signal }),
        ]);
        return {
          view,
          connections: connections.items,
          policies: policies.items.map(policy => policy.name),
        };
      },
      [api, name],
    ),
  );
  return (
    <LoadedPart
      loaded={loaded}
      words={{
        loading: t('environments.form.loading'),
        error: t('environments.form.error'),
        notAllowed: t('environments.form.administrators'),
      }}
    >
      {known => <Form known={known} />}
    </LoadedPart>
  );
};

/** Sets an environment up, or changes one: for administrators. */
export const EnvironmentForm = (props: { name?: string }) => {
  const { name } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  return (
    <Page
      title={
        name === undefined
          ? t('environments.form.new')
          : t('environments.form.edit', { name })
      }
    >
      <AdministratorsOnly
        title={t('environments.form.administrators')}
        text={t('environments.form.whom')}
      >
        <LoadedForm name={name} />
      </AdministratorsOnly>
    </Page>
  );
};
