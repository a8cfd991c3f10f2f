import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Field } from '../../../../components/field';
import { Page } from '../../../../components/page';
import { goBack } from '../../../../components/page/top-bar';
import { PhotoGrid } from '../../../../components/photo-grid';
import { Segments } from '../../../../components/segments';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { useCommand } from '../../../../hooks/use-command';
import './index.scss';

const questions = [
  { key: 'contacted', ask: '有人联系过您吗？', yes: '联系了', no: '没有' },
  { key: 'solved', ask: '事情解决了吗？', yes: '解决了', no: '没解决' },
  { key: 'satisfied', ask: '您满意吗？', yes: '满意', no: '不满意' },
] as const;
type Key = (typeof questions)[number]['key'];

/** Three separate questions, because they are three things: contacted, solved, satisfied. */
export default function RatePage() {
  const { id = '' } = useRouter().params;
  const query = useApi('tickets.get', { id }, { enabled: id !== '' });
  const confirm = useCommand('tickets.confirm', '谢谢，已记下');
  const [answers, setAnswers] = useState<Partial<Record<Key, 'yes' | 'no'>>>({});
  const [note, setNote] = useState('');

  return (
    <Page title="这件事办好了吗" query={query}>
      {(ticket) => {
        const { contacted, solved, satisfied } = answers;
        const complete = contacted && solved && satisfied;
        const send = () => {
          const said = { contacted: contacted === 'yes', solved: solved === 'yes', satisfied: satisfied === 'yes' };
          const more = note.trim() ? { note: note.trim() } : {};
          confirm.mutate({ id, version: ticket.version, ...said, ...more }, { onSuccess: goBack });
        };
        const after = ticket.photos.filter((photo) => photo.role === 'AFTER');
        if (!ticket.abilities.includes('confirm')) {
          return (
            <Notice
              title={ticket.headline}
              detail="这件事现在不用确认。"
              next={{ label: '回到这件事', onTap: goBack }}
            />
          );
        }
        return (
          <>
            <Card title={ticket.title}>
              <View className="second">{ticket.headline}</View>
              {after.length > 0 && <PhotoGrid photos={after} captions />}
            </Card>
            {questions.map(({ key, ask, yes, no }) => (
              <Card key={key} title={ask}>
                <Segments
                  items={[
                    { value: 'yes', label: yes },
                    { value: 'no', label: no },
                  ]}
                  answers={ask}
                  value={answers[key] ?? ''}
                  onChange={(value) => setAnswers({ ...answers, [key]: value })}
                />
              </Card>
            ))}
            <Field label="想说的话（可不写）" value={note} onChange={setNote} long max={500} />
            {confirm.error && <View className="rate-problem">{confirm.error.message}，您选的还在</View>}
            <Button onTap={send} busy={confirm.isPending} disabled={!complete} className="rate-send">
              确认办好
            </Button>
            {solved === 'no' && ticket.abilities.includes('reopen') && (
              <View className="second">没解决的话，可以先回去点「没办好，重办」，会重新交给人办。</View>
            )}
          </>
        );
      }}
    </Page>
  );
}
