@rem The `exec` of POSIX shells for cmd. prepare.js copies it to node_modules/.bin.
@%*
