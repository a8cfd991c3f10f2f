import { resolve } from 'node:path';
import { defineConfig } from '@tarojs/cli';
import { ProvidePlugin } from 'webpack';

const root = resolve(__dirname, '..');
// react-query ships private class fields: the H5 minifier quotes them into a syntax error, and older phones do not know them.
const compiled = [resolve(root, 'shared'), resolve(root, 'node_modules/@tanstack')];
const pixels = { baseFontSize: 20, minRootSize: 20, maxRootSize: 20 };

/** One design width for phone and browser; the H5 root font stays 20 px, so a px in a stylesheet is a px at every width. */
export default defineConfig({
  projectName: 'cuiping-desk',
  date: '2026-11-23',
  designWidth: 375,
  deviceRatio: { 640: 1.17, 750: 1, 375: 2, 828: 0.905 },
  sourceRoot: 'miniapp',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  plugins: [resolve(root, 'config/aria-plugin.cjs'), '@tarojs/plugin-framework-react'],
  defineConstants: {
    API_BASE: JSON.stringify(process.env.TARO_ENV === 'weapp' ? (process.env.API_BASE ?? 'http://127.0.0.1:3000') : ''),
    SPEECH_PLUGIN: JSON.stringify(Boolean(process.env.WECHAT_SI_VERSION)),
  },
  mini: {
    compile: { include: compiled },
    // WeChat has no AbortController, and react-query makes one for every fetch.
    webpackChain: (chain) => {
      chain
        .plugin('abort-controller')
        .use(ProvidePlugin, [{ AbortController: ['abort-controller/dist/abort-controller.js', 'AbortController'] }]);
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    // No `basename`: with '/' the page chunks are never asked for and the screen stays blank.
    router: { mode: 'browser' },
    compile: { include: compiled },
    // Taro splits nothing that pages share: each of them would bring half a megabyte of the same.
    webpackChain: (chain) => {
      chain.optimization.merge({
        splitChunks: { cacheGroups: { shared: { name: 'shared', chunks: 'async', minChunks: 2, priority: 2 } } },
      });
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { pxtransform: { enable: true, config: pixels } },
  },
});
