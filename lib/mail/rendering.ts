export { renderChat, renderMail } from './render-mail';
export { renderQuestion } from './render-question';
