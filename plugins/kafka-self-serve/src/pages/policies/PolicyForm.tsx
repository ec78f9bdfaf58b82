// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  useAnalytics,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, Flex, Text, TextField } from '@backstage/ui';
import type { TopicPolicyView } from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  LeaveGuarded,
  useChanged,
  useLoad,
  useOnce,
} from '@fairway/requests-react';
import { type FormEvent, useCallback, useId, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { kafkaSelfServeApiRef } from '../../api';
import { AdministratorsOnly } from '../../layout/AdministratorsOnly';
import { useLinks } from '../../layout/useLinks';
import { LoadedPart, SendError } from '../../parts';
import styles from '../../parts/parts.module.css';
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
  const navigate = useNavigate();
  const links = useLinks();
  const [name, setName] = useState(policy?.name ?? '');
  const [description, setDescription] = useState(policy?.description ?? '');
  const [rules, setRules] = useState<RuleDraft[]>(
    policy?.constraints.map(ruleDraftOf) ?? [NEW_RULE],
  );
  const isChanged = useChanged([name, description, rules]);
  const hintId = useId();
  const { run, isPending, error } = useOnce();
  const save = () =>
    run(async () => {
      const saved = await api.putPolicy(name.trim(), {
        name: name.trim(),
        ...(description.trim() && { description: description.trim() }),
        constraints: rules.map(constraintOf),
        ...(policy && { rowVersion: policy.rowVersion }),
      });
      analytics.captureEvent(policy ? 'update' : 'create', 'policy');
      // In place of the second entry that guards the form.
      navigate(links.policyOf(saved.name), { replace: true });
    });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save();
      }}
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
      {error && (
        <SendError
          error={error}
          title={t('policies.form.saveFailed')}
          onRetry={save}
        />
      )}
      <Flex gap="3">
        <Button
          type="submit"
          variant="primary"
          isDisabled={!name.trim()}
          aria-describedby={name.trim() ? undefined : hintId}
          isPending={isPending}
        >
          {t('policies.form.save')}
        </Button>
        <ButtonLink variant="tertiary" href={links.policies}>
          {t('policies.form.cancel')}
        </ButtonLink>
      </Flex>
      {!name.trim() && (
        <Text id={hintId} variant="body-small" color="secondary">
          {t('policies.form.saveFirst')}
        </Text>
      )}
      <LeaveGuarded isUnsaved={isChanged && !isPending} />
    </form>
  );
};

const EditForm = (props: { name: string }) => {
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
    <Flex direction="column" gap="4">
      <Text as="h2" variant="title-small">
        {name === undefined
          ? t('policies.form.new')
          : t('policies.form.edit', { name })}
      </Text>
      <AdministratorsOnly
        title={t('policies.form.administrators')}
        text={t('policies.form.whom')}
      >
        {name === undefined ? <Form /> : <EditForm name={name} />}
      </AdministratorsOnly>
    </Flex>
  );
};
