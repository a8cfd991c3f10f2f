-- Posts of residents who give their time to the forum: 议事会成员 and 同心服务团.
ALTER TYPE "PostKind" ADD VALUE 'COUNCIL_MEMBER';
ALTER TYPE "PostKind" ADD VALUE 'SERVICE_TEAM';
