-- 人民调解员 of a village, who may sit with advisor and resident.
ALTER TYPE "PostKind" ADD VALUE 'MEDIATOR';
