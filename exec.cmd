@rem The scripts of package.json begin with the exec of POSIX shells. On Windows, npm runs them with cmd, which has none.
@%*
