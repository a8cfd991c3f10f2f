const { resolve } = require('node:path');
const { components } = require('./aria-attributes.cjs');

/**
 * Taro's WeChat templates carry no aria-* at all; this writes them in, so that accessible names reach the phone. The same list goes
 * into the bundle (aria-runtime.js): template and runtime number the attributes of a component alike only if both know all of them.
 */
module.exports = (ctx) =>
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => {
      if (platform.platform !== 'weapp') return;
      platform.template.mergeComponents(ctx, components);
      platform.runtimePath = [platform.runtimePath].flat().concat(resolve(__dirname, 'aria-runtime.js'));
    },
  });
