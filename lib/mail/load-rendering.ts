import { createRequire } from 'node:module';
import { loadedModule } from '../returns';
import type { Mail, MailInput } from './mail';
import type { Question, QuestionInput } from './question';

type Rendering = typeof import('./rendering');

const load = createRequire(__filename);

/** The messages and their texts in every language: only the first mail pays for them, not n8n's start. */
const loadRendering = (): Rendering => loadedModule(load('./rendering'), 'renderMail');

/**
 * Writes a message about a case: subject, HTML and plain text, in the language of the request unless another one is
 * asked for. Every value is escaped; the dates are those of the shop's time zone.
 * @throws ReturnsError `invalid_input` when the shop or the extras are not valid, or when the message speaks of a
 *   chapter that the dossier lacks
 */
export const renderMail = async (input: MailInput): Promise<Mail> => loadRendering().renderMail(input);

/**
 * Writes the same message for a chat: plain text without subject and foot, in the words of a place where an answer is given.
 * @throws as `renderMail`
 */
export const renderChat = async (input: MailInput): Promise<string> => loadRendering().renderChat(input);

/**
 * Writes a question that a person of the shop answers with one of two buttons, for a node that sends it and waits.
 * @throws ReturnsError `invalid_input` when the shop or the extras are not valid, or when the question is about a
 *   chapter that the dossier lacks
 */
export const renderQuestion = async (input: QuestionInput): Promise<Question> => loadRendering().renderQuestion(input);
