// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonIcon, TextField } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { ownershipTranslationRef } from '../../translation';
import type { Draft } from './draft';
import styles from './TargetForm.module.css';

type Attributes = Draft['attributes'];

/** Attributes of the request, such as a change ticket: name and value. */
export const AttributeFields = (props: {
  attributes: Attributes;
  onChange: (attributes: Attributes) => void;
}) => {
  const { attributes, onChange } = props;
  const { t } = useTranslationRef(ownershipTranslationRef);
  const change = (index: number, part: Partial<Attributes[number]>) =>
    onChange(
      attributes.map((each, at) =>
        at === index ? { ...each, ...part } : each,
      ),
    );
  return (
    <fieldset className={styles.attributes}>
      <legend>{t('form.attributes.title')}</legend>
      <p className={styles.hint}>{t('form.attributes.text')}</p>
      {attributes.map((attribute, index) => {
        const number = String(index + 1);
        return (
          <div key={index} className={styles.attribute}>
            <TextField
              label={t('form.attributes.name', { number })}
              value={attribute.name}
              onChange={name => change(index, { name })}
            />
            <TextField
              label={t('form.attributes.value', { number })}
              value={attribute.value}
              onChange={value => change(index, { value })}
            />
            <ButtonIcon
              variant="secondary"
              icon={<RiDeleteBinLine />}
              aria-label={t('form.attributes.remove', { number })}
              onPress={() =>
                onChange(attributes.filter((_, at) => at !== index))
              }
            />
          </div>
        );
      })}
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiAddLine />}
        onPress={() => onChange([...attributes, { name: '', value: '' }])}
      >
        {t('form.attributes.add')}
      </Button>
    </fieldset>
  );
};
