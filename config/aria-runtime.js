import { mergeInternalComponents } from '@tarojs/shared';
import { components } from './aria-attributes.cjs';

mergeInternalComponents(components);
