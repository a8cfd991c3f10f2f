import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { goBook } from '../../../../booking/go';
import { dial } from '../../../../chat/choose';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Field } from '../../../../components/field';
import { Page } from '../../../../components/page';
import { PhotoGrid } from '../../../../components/photo-grid';
import { Segments } from '../../../../components/segments';
import { TopicCard } from '../../../../forum/topic-card';
import { useApi } from '../../../../hooks/use-api';
import { useCommand } from '../../../../hooks/use-command';
import { useUploads } from '../../../../hooks/use-uploads';
import { keep, recall } from '../../../../services/storage';

type Level = 'ESTATE' | 'VILLAGE' | 'TOWN';

const levels = [
  { value: 'ESTATE', label: '小区' },
  { value: 'VILLAGE', label: '村社区' },
  { value: 'TOWN', label: '镇街' },
] as const;

interface Draft {
  title: string;
  body: string;
  level: Level;
  place: string;
}

export interface RaiseFormProps {
  /** Whose draft it is. */
  owner: string;
  home: { code: string; label: string };
  /** Only the whole town can be meant. */
  townOnly: boolean;
  said: { title: string | undefined; body: string | undefined };
}

/** The form to put a topic forward. What was written is kept on the phone until it is filed. */
export function RaiseForm({ owner, home, townOnly, said }: RaiseFormProps) {
  const key = `topic.${owner}`;
  const [draft, setDraft] = useState<Draft>(() => ({
    ...{ title: '', body: '', level: townOnly ? 'TOWN' : 'VILLAGE', place: '' },
    ...recall<Draft>(key),
    ...(said.title && { title: said.title }),
    ...(said.body && { body: said.body }),
  }));
  const uploads = useUploads('OTHER');
  const raise = useCommand('forum.raise');
  const [asked, setAsked] = useState({ title: '', body: '' });
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const { title, body, level, place } = draft;

  useEffect(() => {
    keep(key, draft);
    const timer = setTimeout(() => setAsked({ title: draft.title.trim(), body: draft.body.trim() }), 500);
    return () => clearTimeout(timer);
  }, [key, draft]);

  const advice = useApi(
    'forum.advise',
    { title: asked.title, body: asked.body || asked.title, level, placeCode: home.code },
    { enabled: asked.title.length >= 4 },
  );
  const missing =
    title.trim().length < 4 ? '先写题目，至少 4 个字' : body.trim().length < 10 ? '再多写几句，至少 10 个字' : '';
  const send = () => {
    if (missing) return void Taro.showToast({ title: missing, icon: 'none' });
    raise.mutate(
      {
        ...{ title: title.trim(), body: body.trim(), level, placeCode: home.code },
        ...(place.trim() && { place: place.trim() }),
        photoIds: uploads.photos.map(({ id }) => id),
      },
      {
        onSuccess: ({ id }) => {
          keep(key, undefined);
          void Taro.redirectTo({ url: `/packages/forum/pages/topic/index?id=${id}` });
        },
      },
    );
  };
  const problem = raise.error?.fields ?? {};
  const found = advice.data;
  return (
    <Page
      title="提一个议题"
      foot={
        <View className="buttons">
          <Button onTap={send} busy={raise.isPending}>
            {found?.keptOut ? '还是要提' : '提出去'}
          </Button>
        </View>
      }
    >
      {raise.error && <View className="raise-note">{raise.error.message}。您写的还在。</View>}
      <Card title="想商量什么">
        <View className="raise-fields">
          <Field
            label="题目"
            value={title}
            onChange={(next) => change({ title: next })}
            placeholder="比如：小区停车位怎么划"
            max={40}
            problem={problem.title}
          />
          <Field
            label="怎么回事，想怎么办"
            value={body}
            onChange={(next) => change({ body: next })}
            placeholder="现在是什么情况、影响到谁、您希望怎么办"
            long
            max={2000}
            problem={problem.body}
          />
          <View className="field-label">照片（可不附）</View>
          <PhotoGrid
            photos={uploads.photos}
            {...(uploads.percent !== undefined && { uploading: uploads.percent })}
            {...(uploads.photos.length < 9 && { onAdd: uploads.add })}
            onRemove={uploads.remove}
          />
          {uploads.problem && <View className="field-problem">{uploads.problem}</View>}
        </View>
      </Card>
      <Card title="跟谁有关">
        <View className="raise-fields">
          {!townOnly && (
            <Segments items={levels} value={level} onChange={(next) => change({ level: next })} answers="跟谁有关" />
          )}
          <Field
            label={level === 'ESTATE' ? '哪个小区或院子' : '具体地方（可不写）'}
            value={place}
            onChange={(next) => change({ place: next })}
            placeholder={level === 'ESTATE' ? '比如：滨江花园' : '比如：三组晒坝'}
            max={60}
          />
          <View className="second">
            {found ? `${found.placeLabel}的居民可以附议，满 ${found.threshold} 人转入审核。` : home.label}
          </View>
        </View>
      </Card>
      {found?.keptOut && (
        <Card title="这件事可能不适合协商">
          <View>{found.keptOut.because}</View>
          <View className="second">{found.keptOut.instead}</View>
          <View className="buttons raise-way">
            <Way way={found.keptOut.way} number={found.keptOut.number} words={`${title} ${body}`.trim()} />
          </View>
        </Card>
      )}
      {found && found.similar.length > 0 && (
        <>
          <View className="raise-similar">有人提过差不多的，附议它更快</View>
          {found.similar.map((topic) => (
            <TopicCard key={topic.id} topic={topic} />
          ))}
        </>
      )}
      <View className="small">
        提出去以后先核对内容，通过后大家就能看到。请不要写别人的电话、住址、车牌和身份证号，也不要写孩子的名字。
      </View>
    </Page>
  );
}

/** What to do instead, one tap away. */
function Way({ way, number, words }: { way: 'advisor' | 'report' | 'call'; number: string | null; words: string }) {
  if (way === 'call' && number)
    return (
      <Button kind="danger" icon="phone" onTap={() => dial(number)}>
        {`打 ${number}`}
      </Button>
    );
  if (way === 'advisor')
    return (
      <Button kind="plain" onTap={() => goBook({ matter: words.slice(0, 200) })}>
        约法律顾问
      </Button>
    );
  return (
    <Button kind="plain" onTap={() => void Taro.switchTab({ url: '/pages/chat/index' })}>
      去服务台报上来
    </Button>
  );
}
