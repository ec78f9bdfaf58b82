// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  useAnalytics,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button, TextField } from '@backstage/ui';
import type { TopicPolicyView } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { useLoad } from '@fairway/requests-react';
import { useCallback, useState } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { AdministratorsOnly } from '../../layout/AdministratorsOnly';
import { useLinks } from '../../layout/useLinks';
import { EditForm, LoadedPart, Page } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import {
  constraintOf,
  NEW_RULE,
  type RuleDraft,
  ruleDraftOf,
} from './policyDraft';
import { RuleFields } from './RuleFields';

const Form = (props: { policy?: TopicPolicyView }) => {
  const { policy } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const analytics = useAnalytics();
  const links = useLinks();
  const [name, setName] = useState(policy?.name ?? '');
  const [description, setDescription] = useState(policy?.description ?? '');
  const [rules, setRules] = useState<RuleDraft[]>(
    policy?.constraints.map(ruleDraftOf) ?? [NEW_RULE],
  );
  const save = async () => {
    const saved = await api.putPolicy(name.trim(), {
      name: name.trim(),
      ...(description.trim() && { description: description.trim() }),
      constraints: rules.map(constraintOf),
      ...(policy && { rowVersion: policy.rowVersion }),
    });
    analytics.captureEvent(policy ? 'update' : 'create', 'policy');
    return links.policyOf(saved.name);
  };
  return (
    <EditForm
      draft={[name, description, rules]}
      save={save}
      words={{
        save: t('policies.form.save'),
        failed: t('policies.form.saveFailed'),
        cancel: t('policies.form.cancel'),
      }}
      first={name.trim() ? undefined : t('policies.form.saveFirst')}
      back={links.policies}
    >
      <TextField
        label={t('policies.form.name')}
        description={t('policies.form.nameText')}
        isRequired
        isReadOnly={!!policy}
        value={name}
        onChange={setName}
      />
      <TextField
        label={t('policies.form.description')}
        value={description}
        onChange={setDescription}
      />
      {rules.map((rule, index) => (
        <RuleFields
          key={index}
          number={index + 1}
          rule={rule}
          onChange={part =>
            setRules(current =>
              current.map((each, at) =>
                at === index ? { ...each, ...part } : each,
              ),
            )
          }
          onRemove={() =>
            setRules(current => current.filter((_, at) => at !== index))
          }
        />
      ))}
      <div>
        <Button
          variant="secondary"
          onPress={() => setRules(current => [...current, NEW_RULE])}
        >
          {t('policies.form.add')}
        </Button>
      </div>
    </EditForm>
  );
};

const LoadedForm = (props: { name: string }) => {
  const { name } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const loaded = useLoad(
    useCallback(
      (signal: AbortSignal) => api.policy(name, { signal }),
      [api, name],
    ),
  );
  return (
    <LoadedPart
      loaded={loaded}
      words={{
        loading: t('policies.one.loading'),
        error: t('policies.one.error'),
        notAllowed: t('policies.one.notAllowed'),
      }}
    >
      {policy => <Form policy={policy} />}
    </LoadedPart>
  );
};

/** Makes a policy, or changes one: for administrators. */
export const PolicyForm = (props: { name?: string }) => {
  const { name } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  return (
    <Page
      title={
        name === undefined
          ? t('policies.form.new')
          : t('policies.form.edit', { name })
      }
    >
      <AdministratorsOnly
        title={t('policies.form.administrators')}
        text={t('policies.form.whom')}
      >
        {name === undefined ? <Form /> : <LoadedForm name={name} />}
      </AdministratorsOnly>
    </Page>
  );
};
