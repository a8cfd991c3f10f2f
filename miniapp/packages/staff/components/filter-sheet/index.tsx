import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Sheet } from '../../../../components/sheet';
import { Tap } from '../../../../components/tap';
import { useApi } from '../../../../hooks/use-api';
import { type Filters, levelOptions, statusOptions } from '../../model/filters';
import { ChoiceList } from '../choice-list';
import './index.scss';

/** Narrows the queue by level, status and category. Nothing changes until it is applied. */
export function FilterSheet({
  filters,
  onChange,
  onClose,
}: {
  filters: Filters;
  onChange: (filters: Filters) => void;
  onClose: () => void;
}) {
  const [next, setNext] = useState(filters);
  const { data } = useApi('categories.list', {});
  const categories = (data?.items ?? []).map(({ code, name, group }) => ({ key: code, name, hint: group }));
  const apply = (chosen: Filters) => {
    onChange(chosen);
    onClose();
  };
  return (
    <Sheet
      title="筛选"
      onClose={onClose}
      foot={
        <View className="buttons">
          <Button
            kind="plain"
            onTap={() => apply({ ...filters, level: undefined, status: undefined, categoryCode: undefined })}
          >
            不筛选
          </Button>
          <Button onTap={() => apply(next)}>就看这些</Button>
        </View>
      }
    >
      <Pills
        label="等级"
        options={levelOptions}
        chosen={next.level}
        onChoose={(level) => setNext({ ...next, level })}
      />
      <Pills
        label="状态"
        options={statusOptions}
        chosen={next.status}
        onChoose={(status) => setNext({ ...next, status })}
      />
      <ChoiceList
        label="分类"
        choices={categories}
        chosen={next.categoryCode ?? ''}
        onChoose={(code) => setNext({ ...next, categoryCode: code === next.categoryCode ? undefined : code })}
      />
    </Sheet>
  );
}

function Pills<C extends string>({
  label,
  options,
  chosen,
  onChoose,
}: {
  label: string;
  options: readonly { code: C; name: string }[];
  chosen: C | undefined;
  onChoose: (code: C | undefined) => void;
}) {
  return (
    <View>
      <View className="field-label">{label}</View>
      <View className="pills">
        {options.map(({ code, name }) => (
          <Tap
            key={code}
            className={`pill ${code === chosen ? 'pill-on' : ''}`}
            role="checkbox"
            onTap={() => onChoose(code === chosen ? undefined : code)}
            checked={code === chosen}
            label={name}
          >
            {name}
          </Tap>
        ))}
      </View>
    </View>
  );
}
