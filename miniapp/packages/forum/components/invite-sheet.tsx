import { Image, View } from '@tarojs/components';
import { useEffect } from 'react';
import { Sheet } from '../../../components/sheet';
import { Notice, Skeleton } from '../../../components/state';
import { useCommand } from '../../../hooks/use-command';
import './invite-sheet.scss';

/** The code by which others put the topic forward together: to scan, or to read out. */
export function InviteSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { mutate, data, error } = useCommand('forum.invite', undefined, true);
  useEffect(() => mutate({ id }), [mutate, id]);
  return (
    <Sheet title="请人联名" onClose={onClose}>
      <View className="second">对方在“议事”里点“我有联名码”，扫这个码或者输入下面的字。联名的人和您一样是提议人。</View>
      {!data && !error && <Skeleton rows={1} />}
      {error && <Notice title={error.message} next={{ label: '重试', onTap: () => mutate({ id }) }} />}
      {data && (
        <View className="invite">
          <Image className="invite-qr" src={data.qr} mode="aspectFit" ariaLabel={`联名二维码 ${data.code}`} />
          <View className="invite-code">{`${data.code.slice(0, 4)} ${data.code.slice(4)}`}</View>
          <View className="small">{data.untilText}有效</View>
        </View>
      )}
    </Sheet>
  );
}
