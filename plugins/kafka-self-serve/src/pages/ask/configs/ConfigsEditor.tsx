// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Select, Text } from '@backstage/ui';
import {
  KAFKA_TOPIC_CONFIGS,
  type ProblemPath,
  type TopicConfigDefinition,
  type TopicConfigDefinitions,
  type TopicConfigs,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { useState } from 'react';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { Problems, useField } from '../form';
import styles from '../form/form.module.css';
import { ConfigValue } from './ConfigValue';
import { inUnits } from './units';

const unknownConfig = (name: string): TopicConfigDefinition => ({
  name,
  type: 'STRING',
  description: '',
});

const Row = (props: {
  path: ProblemPath;
  definition: TopicConfigDefinition;
  value: string;
  onChange: (value: string) => void;
  onRemove: () => void;
}) => {
  const { path, definition, value, onChange, onRemove } = props;
  const { name, description, default: standard } = definition;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { id, problems, attributes } = useField([...path, name]);
  return (
    <fieldset className={styles.frame}>
      <legend>
        <code>{name}</code>
      </legend>
      {description && (
        <Text as="p" variant="body-small" color="secondary">
          {description}{' '}
          {standard !== undefined &&
            t('ask.configs.default', { value: inUnits(definition, standard) })}
        </Text>
      )}
      <ConfigValue
        definition={definition}
        value={value}
        onChange={onChange}
        attributes={attributes}
      />
      <Problems id={id} problems={problems} />
      <Button
        size="small"
        variant="secondary"
        onPress={onRemove}
        aria-label={t('ask.configs.removeName', { name })}
      >
        {t('ask.configs.remove')}
      </Button>
    </fieldset>
  );
};

/** Overrides of a topic: each with the editor of its type, its unit and what is wrong with it. */
export const ConfigsEditor = (props: {
  /** Of the configs in what is asked for. */
  path: ProblemPath;
  configs: TopicConfigs;
  onChange: (configs: Record<string, string>) => void;
  /** What the cluster knows; Kafka's own if left out. */
  definitions?: TopicConfigDefinitions;
  /** Keys that only the broker changes. */
  readOnly?: ReadonlySet<string>;
}) => {
  const { path, configs, onChange, readOnly } = props;
  const { definitions = KAFKA_TOPIC_CONFIGS } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  // Chosen again after each addition: the list starts anew.
  const [round, setRound] = useState(0);
  const own = useField(path, { own: true });
  const free = [...definitions.keys()].filter(
    name => !Object.hasOwn(configs, name) && !readOnly?.has(name),
  );
  const add = (name: string) => {
    onChange({ ...configs, [name]: definitions.get(name)?.default ?? '' });
    setRound(round + 1);
  };
  const remove = (name: string) =>
    onChange(
      Object.fromEntries(
        Object.entries(configs).filter(([key]) => key !== name),
      ),
    );
  return (
    <Flex direction="column" gap="4">
      {Object.entries(configs).map(([name, value]) => (
        <Row
          key={name}
          path={path}
          definition={definitions.get(name) ?? unknownConfig(name)}
          value={value}
          onChange={next => onChange({ ...configs, [name]: next })}
          onRemove={() => remove(name)}
        />
      ))}
      <div className={styles.field}>
        <Select
          key={round}
          label={t('ask.configs.add')}
          description={t('ask.configs.addText')}
          search={{ placeholder: t('ask.configs.search') }}
          options={free.map(name => ({ value: name, label: name }))}
          onChange={name => name !== null && add(String(name))}
        />
        <Problems id={own.id} problems={own.problems} />
      </div>
    </Flex>
  );
};
